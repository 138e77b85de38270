import { describe, expect, test } from "vitest";
import type { Locale } from "@/lib/locale";
import { SETTING_NAMES } from "@/lib/tenant-settings";
import { englishTexts } from "@/lib/testing/texts";
import { settingLabels, settingText } from "./labels";

const t = englishTexts("client.settings");
const words = { roles: {}, locale: "en" } as const;

describe("a setting in words", () => {
  test("has a name, and says what counts where it is set nowhere", () => {
    const labels = settingLabels(t);
    for (const name of SETTING_NAMES) {
      expect(labels[name]).toMatch(/^[A-Z]/);
      expect(settingText(t, name, null, words)).not.toBe("");
    }
    expect(settingText(t, "audit_retention_months", null, words)).toBe("for ever");
  });

  test("writes a number with its unit", () => {
    expect(settingText(t, "longest_key_lifetime_days", 1000, words)).toBe("1,000 days");
    expect(settingText(t, "audit_retention_months", 24, words)).toBe("24 months");
  });

  test("writes a role's limits, of which one may be missing", () => {
    const limit = { role: "desk", currency: "EUR", one_refund: 50_000, per_day: 200_000 };
    const text = (line: object) =>
      settingText(t, "refund_role_limits", [line], { ...words, roles: { desk: "Front desk" } });
    expect(text(limit)).toBe("Front desk €500.00 at once and €2,000.00 a day");
    expect(text({ ...limit, per_day: null })).toBe("Front desk €500.00 at once");
    expect(text({ ...limit, one_refund: null })).toBe("Front desk €2,000.00 a day");
    expect(text({ ...limit, role: "gone" })).toContain("Role that is gone");
  });

  test("writes amounts as the language does", () => {
    const above = [{ currency: "EUR", amount: 50_000 }];
    const text = (locale: Locale) => settingText(t, "refund_approval_thresholds", above, { ...words, locale });
    expect(text("en")).toBe("€500.00");
    expect(text("de")).toBe("500,00\u00a0€");
    expect(text("ar-XB")).toBe("€500.00");
  });
});
