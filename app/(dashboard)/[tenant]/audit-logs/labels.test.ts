import { describe, expect, test } from "vitest";
import { AUDITED_TABLES } from "@/lib/audit-logs/names";
import { PLATFORM_AUDITED_TABLES } from "@/lib/audit-logs/schema";
import { changeTitle, recordPath, tableLabel } from "./labels";

describe("the words of the audit log", () => {
  test("name every table that can be filtered by", () => {
    for (const table of [...AUDITED_TABLES, ...PLATFORM_AUDITED_TABLES]) expect(tableLabel(table)).toMatch(/^[A-Z]/);
    expect(tableLabel("something_new")).toBe("something_new");
  });

  test("tell a soft delete or a cancellation from a change of fields", () => {
    const change = { table_name: "accounts", action: "update" } as const;
    expect(changeTitle({ ...change, operation: "accounts.delete" })).toBe("Account deleted");
    expect(changeTitle({ ...change, operation: "accounts.update" })).toBe("Account changed");
    expect(changeTitle({ table_name: "tenant_api_keys", action: "update", operation: "api_keys.revoke" })).toBe(
      "API key revoked",
    );
  });

  test("tell what the platform did to a person, in the log of each tenant", () => {
    const change = { table_name: "memberships", action: "update" } as const;
    expect(changeTitle({ ...change, operation: "users.deactivate" })).toBe(
      "Member: shut out of everything by the platform",
    );
    expect(changeTitle({ ...change, table_name: "users", operation: "users.deactivate" })).toBe("User deactivated");
    expect(changeTitle({ table_name: "searches", action: "insert", operation: "search.run" })).toBe(
      "Searched across tenants",
    );
  });

  test("do not take the operation's word for another table's row", () => {
    expect(changeTitle({ table_name: "accounts", action: "update", operation: "api_keys.revoke" })).toBe(
      "Account changed",
    );
    expect(changeTitle({ table_name: "new_table", action: "insert", operation: null })).toBe("new_table created");
  });
});

test("an entry leads to its record, and a part of a record to the whole", () => {
  expect(recordPath({ table_name: "accounts", record_id: "a1" })).toBe("/accounts/a1");
  expect(recordPath({ table_name: "tenant_api_key_accounts", record_id: "k1/a1" })).toBe("/api-keys/k1");
  expect(recordPath({ table_name: "membership_roles", record_id: "m1/r1" })).toBe("/team/m1");
  expect(recordPath({ table_name: "role_permissions", record_id: "r1/accounts:read" })).toBe("/roles/r1");
  expect(recordPath({ table_name: "tenant_configs", record_id: "x" })).toBeNull();
});
