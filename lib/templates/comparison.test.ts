import { describe, expect, test } from "vitest";
import { canonical, compareDefinitions } from "./comparison";
import { accountList, accountTree, definitionProblems, readDefinition, type TemplateDefinition } from "./definition";
import { previewOf, type TenantState } from "./preview";

const definition = (given: Partial<TemplateDefinition> = {}): TemplateDefinition => ({
  roles: [
    { key: "owner", name: "Company Access", description: null, permissions: [] },
    { key: "viewer", name: "Viewer", description: null, permissions: ["accounts:read"] },
  ],
  settings: { default_currency: "EUR" },
  accounts: [],
  ...given,
});

test("the order of keys is no difference, that of a list is one", () => {
  expect(canonical({ a: 1, b: { c: 2, d: [1, 2] } })).toBe(canonical({ b: { d: [1, 2], c: 2 }, a: 1 }));
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
  const limit = { role: "viewer", currency: "EUR", one_refund: 1, per_day: null };
  const swapped = { per_day: null, one_refund: 1, currency: "EUR", role: "viewer" };
  const [one, other] = [limit, swapped].map((refund) => definition({ settings: { refund_role_limits: [refund] } }));
  expect(one && other && compareDefinitions(one, other).settings).toEqual([]);
});

test("accounts are stored as a tree and read back as they were written", () => {
  const account = (name: string, parent: string | null) => ({
    ...{ name, parent, display_name: null, currency: "EUR", country: null },
  });
  const accounts = [account("A", null), account("B", "a"), account("D", "B"), account("C", "A"), account("E", null)];
  const tree = accountTree(accounts);
  expect(tree).toMatchObject([
    { name: "A", children: [{ name: "B", children: [{ name: "D" }] }, { name: "C" }] },
    { name: "E" },
  ]);
  expect(accountList(tree).map(({ name, parent }) => [name, parent])).toEqual([
    ["A", null],
    ["B", "A"],
    ["D", "B"],
    ["C", "A"],
    ["E", null],
  ]);
  expect(definitionProblems(definition({ accounts }))).toEqual([]);
});

test("what is stored is read with today's words only", () => {
  const stored = {
    roles: [{ key: "viewer", name: "Viewer", permissions: ["accounts:read", "moon:read"] }],
    settings: { default_currency: "EUR", require_second_factor: true, unused_key_days: -1 },
  };
  expect(readDefinition(stored)).toEqual({
    roles: [{ key: "viewer", name: "Viewer", description: null, permissions: ["accounts:read"] }],
    settings: { default_currency: "EUR" },
    accounts: [],
  });
  expect(readDefinition({})).toEqual({ roles: [], settings: {}, accounts: [] });
});

describe("the hash of a preview", () => {
  const state = (given: Partial<TenantState> = {}): TenantState => ({
    tenant: { id: "t", slug: "t", name: "T" },
    current: null,
    own: {},
    fromTemplate: {},
    roles: [],
    ...given,
  });
  const version = { reference: { id: "v", name: "V", version: 1 }, archivedAt: null, definition: definition() };
  const hashOf = (given: Partial<TenantState>) => previewOf(state(given), version).preview_hash;
  const viewer = {
    ...{ id: "r", key: "viewer", name: "Viewer", description: "", grants_all: false, member_count: 1 },
    permissions: ["accounts:read", "refunds:read"],
  };

  test("changes with everything that applying depends on", () => {
    const hashes = [
      hashOf({}),
      hashOf({ own: { default_currency: "USD" } }),
      hashOf({ fromTemplate: { unused_key_days: 90 } }),
      hashOf({ current: { id: "w", name: "V", version: 2 } }),
      hashOf({ roles: [viewer] }),
      hashOf({ roles: [{ ...viewer, permissions: ["accounts:read"] }] }),
      hashOf({ roles: [{ ...viewer, name: "Reader" }] }),
      hashOf({ roles: [{ ...viewer, key: null, name: "viewer" }] }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test("does not change with who has a role", () => {
    expect(hashOf({ roles: [{ ...viewer, member_count: 7 }] })).toBe(hashOf({ roles: [viewer] }));
  });
});
