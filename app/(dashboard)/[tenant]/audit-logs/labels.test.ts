import { describe, expect, test } from "vitest";
import { AUDITED_TABLES, PLATFORM_AUDITED_TABLES } from "@/lib/audit-logs/names";
import { englishTexts } from "@/lib/testing/texts";
import { actorText, changeTitle, fieldText, recordPath, tableLabel, valueInWords } from "./labels";

const t = englishTexts("client.auditLogs");

describe("the words of the audit log", () => {
  test("name every table that can be filtered by", () => {
    for (const table of [...AUDITED_TABLES, ...PLATFORM_AUDITED_TABLES]) expect(tableLabel(t, table)).toMatch(/^[A-Z]/);
    expect(tableLabel(t, "something_new")).toBe("something_new");
  });

  test("tell a soft delete or a cancellation from a change of fields", () => {
    const change = { table_name: "accounts", action: "update" } as const;
    expect(changeTitle(t, { ...change, operation: "accounts.delete" })).toBe("Account deleted");
    expect(changeTitle(t, { ...change, operation: "accounts.update" })).toBe("Account changed");
    expect(changeTitle(t, { table_name: "tenant_api_keys", action: "update", operation: "api_keys.revoke" })).toBe(
      "API key revoked",
    );
  });

  test("tell what the platform did to a person, in the log of each tenant", () => {
    const change = { table_name: "memberships", action: "update" } as const;
    expect(changeTitle(t, { ...change, operation: "users.deactivate" })).toBe(
      "Member: shut out of everything by the platform",
    );
    expect(changeTitle(t, { ...change, table_name: "users", operation: "users.deactivate" })).toBe("User deactivated");
    expect(changeTitle(t, { table_name: "searches", action: "insert", operation: "search.run" })).toBe(
      "Searched across tenants",
    );
  });

  test("do not take the operation's word for another table's row", () => {
    expect(changeTitle(t, { table_name: "accounts", action: "update", operation: "api_keys.revoke" })).toBe(
      "Account changed",
    );
    expect(changeTitle(t, { table_name: "new_table", action: "insert", operation: null })).toBe("new_table created");
  });
});

test("a field has the words of its name", () => {
  expect(fieldText(t, "billing_amount")).toBe("Billing amount");
  expect(fieldText(t, "something_new")).toBe("Something new");
});

test("an entry leads to its record, and a part of a record to the whole", () => {
  expect(recordPath({ table_name: "accounts", record_id: "a1" })).toBe("/accounts/a1");
  expect(recordPath({ table_name: "tenant_api_key_accounts", record_id: "k1/a1" })).toBe("/api-keys/k1");
  expect(recordPath({ table_name: "membership_roles", record_id: "m1/r1" })).toBe("/team/m1");
  expect(recordPath({ table_name: "role_permissions", record_id: "r1/accounts:read" })).toBe("/roles/r1");
  expect(recordPath({ table_name: "tenant_configs", record_id: "x" })).toBe("/settings/history");
  const line = { table_name: "import_lines", record_id: "file/ab" };
  expect(recordPath({ ...line, new_values: { payment_intent_id: "p1" } })).toBe("/payment-intents/p1");
  expect(recordPath(line)).toBeNull();
  expect(recordPath({ table_name: "saved_views", record_id: "x" })).toBeNull();
});

test("statuses and switches are told in words, other values as they are", () => {
  expect(valueInWords(t, "status", "PARTIALLY_REFUNDED")).toBe("Partially refunded");
  expect(valueInWords(t, "disabled_reason", "manual")).toBe("By hand");
  expect(valueInWords(t, "status", "SOMETHING_NEW")).toBe("SOMETHING_NEW");
  expect(valueInWords(t, "restricted_to_accounts", true)).toBe("yes");
  expect(valueInWords(t, "name", "failed")).toBe("failed");
  expect(valueInWords(t, "amount", 5)).toBe(5);
});

test("what was done past the application says so", () => {
  expect(actorText(t, { actor_kind: "system", actor_label: "database: postgres" })).toBe("Directly in the database");
  expect(actorText(t, { actor_kind: "user", actor_label: "database: a nickname" })).toBe("database: a nickname");
  expect(actorText(t, { actor_kind: "system", actor_label: "import" })).toBe("import");
});
