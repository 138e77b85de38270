import { describe, expect, test } from "vitest";
import { ALL_PERMISSIONS, BUILT_IN_ROLES } from "@/lib/permissions";
import { englishTexts } from "@/lib/testing/texts";
import { navigationOf } from "./navigation";

const t = englishTexts("server.tenant");
const labelOf: Parameters<typeof navigationOf>[0] = (name) => t(`nav.${name}`);
const labels = (permissions: Parameters<typeof navigationOf>[2]) =>
  navigationOf(labelOf, "aurora", permissions).flatMap(({ items }) => items.map(({ label }) => label));

describe("the sidebar", () => {
  test("leads whoever may do all to every page, below the tenant's address", () => {
    expect(labels(new Set(ALL_PERMISSIONS))).toEqual([
      "Overview",
      "Payment intents",
      "Refunds",
      "Approvals",
      "Accounts",
      "Documents",
      "Imports",
      "Exports",
      "Team",
      "Roles",
      "Audit log",
      "API keys",
      "Webhooks",
      "API requests",
      "Settings",
    ]);
    for (const { href } of navigationOf(labelOf, "aurora", new Set(ALL_PERMISSIONS)).flatMap(({ items }) => items)) {
      expect(href).toMatch(/^\/aurora(\/|$)/);
    }
  });

  test("leaves out what the actor's roles do not open", () => {
    expect(labels(new Set(BUILT_IN_ROLES.viewer.permissions))).not.toContain("API keys");
    expect(labels(new Set(["api_keys:read"]))).toEqual(["API keys", "API requests"]);
  });

  test("counts what waits", () => {
    const [main] = navigationOf(labelOf, "aurora", new Set(["refunds:approve"]), { approvals: 3 });
    expect(main?.items).toMatchObject([{ label: "Approvals", count: 3 }]);
  });

  test("has no heading without an entry below it", () => {
    expect(navigationOf(labelOf, "aurora", new Set(["accounts:read"]))).toHaveLength(1);
    expect(navigationOf(labelOf, "aurora", new Set())).toEqual([]);
  });
});
