import { describe, expect, test } from "vitest";
import { ALL_PERMISSIONS } from "@/lib/permissions";
import { englishTexts } from "@/lib/testing/texts";
import { permissionGroups, readOnly, roleAbout, scopeSummary } from "./scopes";

const t = englishTexts("client.permissions");
const sentence = (english: string) => english;

describe("permissions of a key", () => {
  test("are grouped by resource, each once", () => {
    const groups = permissionGroups(t, sentence);
    expect(groups.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["Accounts", "Payment intents", "Customers"]),
    );
    expect(groups.flatMap(({ permissions }) => permissions.map(({ name }) => name))).toEqual(ALL_PERMISSIONS);
    expect(permissionGroups(t, sentence, ["api_keys:read"])).toMatchObject([{ label: "API keys", permissions: [{}] }]);
  });

  test("for reading only hold neither a change nor personal data", () => {
    expect(readOnly(["accounts:read", "accounts:write", "customers:read_personal_data"])).toEqual(["accounts:read"]);
  });

  test("are summed up without calling a part the whole", () => {
    expect(scopeSummary(t, ALL_PERMISSIONS)).toBe("Everything");
    expect(scopeSummary(t, ALL_PERMISSIONS.slice(1))).toBe(`${ALL_PERMISSIONS.length - 1} permissions`);
    expect(scopeSummary(t, ["accounts:read", "refunds:read"])).toBe("Read only (2)");
    expect(scopeSummary(t, ["customers:read_personal_data"])).toBe("1 permission");
  });
});

test("a role tells what it is for: in its own words, else in those of a built-in one", () => {
  expect(roleAbout(t, { key: "viewer", description: "" })).toMatch(/^Sees all records/);
  expect(roleAbout(t, { key: "viewer", description: "Looks on" })).toBe("Looks on");
  expect(roleAbout(t, { key: "front_desk", description: "" })).toBeNull();
  expect(roleAbout(t, { key: null, description: "" })).toBeNull();
});
