import { expect, test } from "vitest";
import type { TenantActor } from "./actor";
import type { Permission } from "./permissions";
import { keepMasked, maskRecord, maskText, refusePersonalFilters } from "./personal-data";

const actor = (...permissions: Permission[]): TenantActor => ({
  kind: "system",
  tenantId: "t",
  permissions: new Set(permissions),
  accountIds: null,
  job: "test",
  requestId: "test",
  ipAddress: null,
  userAgent: null,
});
const clerk = actor("payment_intents:read");
const manager = actor("customers:read_personal_data");

test.each([
  ["ann.smith@example.com", "a•••@example.com"],
  ["Mail ann.smith@example.com, or bob@web.de!", "Mail a•••@example.com, or b•••@web.de!"],
  ["<ann@example.co.uk>", "<a•••@example.co.uk>"],
  ['{"customer_email":"ann@example.com"}', '{"customer_email":"a•••@example.com"}'],
  ["call +49 30 1234-5678 now", "call +49•••78 now"],
  ["(+493012345678)", "(+49•••78)"],
])("in %j the personal data is masked", (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

test.each([
  "Room 4 @ 120 EUR",
  "https://example.com/@hotel",
  "2026-01-31T09:30:00.123456+00:00",
  "INV+2026+0001",
  "1+1",
  "+12",
  "0190a000-0000-7000-8000-00000000000a",
])("%j is nobody's address or number and stays", (text) => {
  expect(maskText(text)).toBe(text);
});

test("records are masked at any depth, for those without the permission only", () => {
  const record = {
    customer_email: "ann@example.com",
    customer_phone: "+493012345678",
    reference: "ann@example.com",
    metadata: { guest: { mail: "ann@example.com", nights: 3, tags: ["vip", "+493012345678"] }, note: null },
    amount: 10_000,
  };
  expect(maskRecord(manager, record)).toBe(record);
  expect(maskRecord(clerk, record)).toEqual({
    customer_email: "a•••@example.com",
    customer_phone: "+49•••78",
    reference: "a•••@example.com",
    metadata: { guest: { mail: "a•••@example.com", nights: 3, tags: ["vip", "+49•••78"] }, note: null },
    amount: 10_000,
  });
  expect(maskRecord(clerk, null)).toBeNull();
});

test("no name of a key keeps its value from being masked", () => {
  const metadata = JSON.parse(
    '{"__proto__": "ann@example.com", "constructor": "ann@example.com", "toString": ["+493012345678"]}',
  );
  expect(JSON.stringify(maskRecord(clerk, { metadata }))).toBe(
    '{"metadata":{"__proto__":"a•••@example.com","constructor":"a•••@example.com","toString":["+49•••78"]}}',
  );
});

test("masking leaves what it was given as it was", () => {
  const record = { customer_email: "ann@example.com", tags: ["+493012345678"], metadata: { note: "nothing" } };
  const before = structuredClone(record);
  const masked = maskRecord(clerk, record);
  expect(masked).not.toEqual(before);
  expect(record).toEqual(before);
});

test("a filter by what is masked is refused, since its hits would tell", () => {
  const byReference = (text: string) => ({ reference: { kind: "text", text } });
  for (const text of ["ann@example.com", "ann@", "+493012345678", "@example.com"]) {
    expect(() => refusePersonalFilters(clerk, byReference(text))).toThrow("Insufficient permissions");
    expect(() => refusePersonalFilters(manager, byReference(text))).not.toThrow();
  }
  refusePersonalFilters(clerk, { ...byReference("BK-2026-1"), created: { from: "2026-01-01T00:00:00.000Z" } });
});

test("a mask that comes back from a form stands for what it hides; what was changed is changed", () => {
  const stored = { mail: "ann@example.com", guests: ["bob@example.com"], nights: 3 };
  const shown = maskRecord(clerk, stored);
  expect(keepMasked(clerk, stored, { ...shown, nights: 4 })).toEqual({ ...stored, nights: 4 });
  expect(keepMasked(clerk, stored, { mail: "eve@example.com" })).toEqual({ mail: "eve@example.com" });
  expect(keepMasked(clerk, stored, { other: shown.mail })).toEqual({ other: shown.mail });
  expect(keepMasked(manager, stored, shown)).toEqual(shown);
});
