import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/locale";
import { loadMessages } from "@/lib/messages/catalogue";
import { Refusal } from "./refusal";

const missing = new AppError("forbidden", undefined, { data: { permission: "refunds:create" } });
const giver = (name: string) => ({ user_id: name, name });
const html = async (given: Partial<Parameters<typeof Refusal>[0]>, locale: Locale = "en") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={await loadMessages(locale)} timeZone="UTC">
      <Refusal error={missing} requestId="request-1" givers={[]} viewedAs={undefined} {...given} />
    </NextIntlClientProvider>,
  );

test("names the missing permission in words and by name, and whom to ask", async () => {
  const text = await html({ givers: [giver("Olivia"), giver("Adam"), giver("Felix")] });
  expect(text).toContain("refunds:create");
  expect(text).toContain("Refund payments");
  expect(text).toContain("Ask Olivia, Adam or Felix");
  expect(text).toContain("request-1");
  expect(await html({})).toContain("Nobody in this tenant can give it");
});

test("through a view, says who it is that may not, and sends nobody to ask", async () => {
  const text = await html({ viewedAs: "Ann Smith", givers: [] });
  expect(text).toContain("Ann Smith may not see this");
  expect(text).not.toContain("Nobody in this tenant");
});

test("on a visit, says that the visit may not, and sends nobody to ask", async () => {
  const text = await html({ isVisit: true });
  expect(text).toContain("Your visit may not see this");
  expect(text).not.toContain("Nobody in this tenant");
});

test("in another language, is in that language throughout", async () => {
  const text = await html({ givers: [giver("Olivia"), giver("Adam")] }, "de");
  expect(text).toContain("Das dürfen Sie nicht sehen");
  expect(text).toContain("</code>: Zahlungen erstatten.");
  expect(text).toContain("Bitten Sie Olivia oder Adam");
  const closed = new AppError("forbidden", "This tenant is suspended", { data: { tenant: "suspended" } });
  expect(await html({ error: closed }, "de")).toContain("Niemand in diesem Mandanten kann das ändern");
});

test("what the platform has closed says so, why, and whom to ask", async () => {
  const off = new AppError("switched_off", "The dashboard is switched off for this tenant: Unpaid", {
    data: { switch: "dashboard" },
  });
  for (const text of [
    await html({ error: off }),
    await html({ error: new AppError("forbidden", "This tenant is suspended", { data: { tenant: "suspended" } }) }),
  ]) {
    expect(text).toMatch(/Unpaid|suspended/);
    expect(text).toContain("ask the support of this platform");
    expect(text).toContain('href="/me"');
  }
});

test("another refusal keeps its own sentence", async () => {
  expect(await html({ error: new AppError("conflict", "Not now") })).toContain("Not now");
});
