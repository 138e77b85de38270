import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { useCountryOptions, useCurrencyOptions } from "@/app/(dashboard)/[tenant]/options";
import { TimeFormatProvider } from "@/components/ui/time-format";
import { Timestamp } from "@/components/ui/timestamp";
import { DEFAULT_LOCALE, type Locale } from "@/lib/locale";
import { loadMessages, type Messages } from "@/lib/messages/catalogue";
import { DEFAULT_TIME_FORMAT } from "@/lib/time";

const page = vi.hoisted((): { locale: Locale; messages: Partial<Messages> } => ({ locale: "en", messages: {} }));
vi.mock("next-intl", () => ({ useLocale: () => page.locale, useMessages: () => page.messages }));

/** What a page in this language shows. */
async function shown(locale: Locale, children: ReactNode): Promise<string> {
  Object.assign(page, { locale, messages: await loadMessages(locale) });
  return renderToStaticMarkup(children);
}

function Choices() {
  const countries = useCountryOptions().map(({ label }) => label);
  const currencies = useCurrencyOptions().map(({ label }) => label);
  return [...countries, ...currencies].join("|");
}

test("countries are offered by their names in the page's language, in its order; currencies by their codes", async () => {
  const german = (await shown("de", createElement(Choices))).split("|");
  const at = (name: string) => german.indexOf(name);
  expect(at("Ägypten")).toBeGreaterThan(-1);
  expect(at("Ägypten")).toBeLessThan(at("Albanien"));
  expect(at("Österreich")).toBeLessThan(at("Polen"));
  expect(german).toContain("CHF – Schweizer Franken");
  const english = (await shown(DEFAULT_LOCALE, createElement(Choices))).split("|");
  expect(english[0]).toBe("Afghanistan");
  expect(english).toContain("CHF – Swiss Franc");
  expect(english).toHaveLength(german.length);
});

test("times name months in the page's language", async () => {
  const time = createElement(Timestamp, { value: "2026-03-05T09:30:00Z", timeZone: "UTC" });
  const within = () => TimeFormatProvider({ value: DEFAULT_TIME_FORMAT, children: time });
  expect(await shown("de", createElement(within))).toContain("5. März 2026, 09:30");
  expect(await shown("en", createElement(within))).toContain("5 Mar 2026, 09:30");
});
