import { expect, test } from "vitest";
import { englishTexts } from "@/lib/testing/texts";
import { stepTitle } from "./member-step";

const t = englishTexts("server.team");
const auditTexts = englishTexts("client.auditLogs");
const step = { operation: "members.update", old_values: null, new_values: null, role_name: null, account_name: null };
const ofMembership = (
  old_values: Record<string, unknown>,
  new_values: Record<string, unknown>,
  operation = "members.update",
) =>
  stepTitle(t, auditTexts, { ...step, table_name: "memberships", action: "update", operation, old_values, new_values });

test("a member's life is told in words", () => {
  expect(stepTitle(t, auditTexts, { ...step, table_name: "memberships", action: "insert" })).toBe("Joined");
  expect(ofMembership({ deleted_at: null }, { deleted_at: "2026-01-01" })).toBe("Deactivated");
  expect(ofMembership({ deleted_at: "2026-01-01" }, { deleted_at: null })).toBe("Restored");
  expect(ofMembership({ deleted_at: "2026-01-01" }, { deleted_at: null }, "invitations.accept")).toBe("Joined again");
  const all = { deleted_at: null, restricted_to_accounts: false };
  expect(ofMembership(all, { ...all, restricted_to_accounts: true })).toBe("Restricted to chosen accounts");
  expect(ofMembership({ ...all, restricted_to_accounts: true }, all)).toBe("Restriction lifted");
});

test("roles and accounts are told by their names, and one that is gone without", () => {
  const role = { ...step, table_name: "membership_roles", action: "insert" } as const;
  expect(stepTitle(t, auditTexts, { ...role, role_name: "Finance" })).toBe("Role “Finance” given");
  expect(stepTitle(t, auditTexts, { ...role, action: "delete" })).toBe("A deleted role taken away");
  const account = { ...step, table_name: "membership_accounts", action: "insert", account_name: "Iberia" } as const;
  expect(stepTitle(t, auditTexts, { ...account, new_values: { includes_below: true } })).toBe(
    "Iberia and all below it given",
  );
  expect(stepTitle(t, auditTexts, { ...account, action: "delete", old_values: { includes_below: false } })).toBe(
    "Iberia alone taken away",
  );
});
