import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";
import { personOf, tokenOf } from "./people";

const REFUNDER = "Dashboard Refund";

interface Payment {
  id: string;
  status: string;
  reference: string;
}

/** A payment of 100.00 EUR that the sandbox has collected, made by the API as an integration would. */
async function processedPayment(request: APIRequestContext): Promise<Payment> {
  const headers = { authorization: `Bearer ${await tokenOf(request, personOf("Company Access (owner)"))}` };
  const post = async (path: string, data: object) => {
    const answer = await request.post(path, { headers: { ...headers, "idempotency-key": randomUUID() }, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Payment;
  };
  const { items } = await (await request.get("/api/v1/accounts?size=25", { headers })).json();
  const made = await post("/api/v1/payment_intent", {
    account_id: items[0].id,
    billing_amount: 10_000,
    billing_currency: "EUR",
    reference: `E2E-${randomUUID().slice(0, 8)}`,
  });
  await post("/api/v1/payment_intent/confirm", { id: made.id });
  await expect
    .poll(async () => (await (await request.get(`/api/v1/payment_intent?id=${made.id}`, { headers })).json()).status, {
      timeout: 30_000,
    })
    .toBe("PROCESSED");
  return made;
}

const openDialog = async (page: Page) => {
  await page.getByRole("button", { name: "Refund", exact: true }).click();
  return page.getByRole("dialog", { name: "Refund this payment" });
};

test("a payment is refunded in part, then in full, and page and list follow by themselves", async ({
  page,
  playwright,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const payment = await processedPayment(await playwright.request.newContext({ baseURL }));
  await signInAs(page, REFUNDER);
  await page.goto(`/aurora/payment-intents/${payment.id}`);
  const dialog = await openDialog(page);
  await expect(dialog).toContainText("€100.00 can be refunded");
  await dialog.getByLabel("Amount").fill("100.01");
  await dialog.getByRole("button", { name: "Refund", exact: true }).click();
  await expect(dialog).toContainText("At most €100.00 can still be refunded");
  await dialog.getByLabel("Amount").fill("25");
  await dialog.getByLabel("Comment").fill("Breakfast was missing");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Refund", exact: true }).click();
  await expect(dialog).toBeHidden();

  await page.goto("/aurora/refunds");
  await page.getByRole("table", { name: "Refunds" }).getByRole("link", { name: payment.reference }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/€25\.00/);
  await expect(page.getByRole("main")).toContainText("Breakfast was missing");
  await expect(page.getByRole("main").getByText("Succeeded").first()).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);

  await page.getByRole("main").getByRole("link", { name: payment.reference }).click();
  await expect(page.getByText("Partially refunded").first()).toBeVisible();
  const rest = await openDialog(page);
  await expect(rest).toContainText("€75.00 can be refunded");
  await rest.getByRole("button", { name: "Refund", exact: true }).click();
  await expect(rest).toBeHidden();
  await expect(page.getByRole("button", { name: "Refund", exact: true })).toHaveCount(0);
});

test("whoever may not refund sees what went back, and no button", async ({ page, playwright, baseURL }) => {
  test.setTimeout(60_000);
  const payment = await processedPayment(await playwright.request.newContext({ baseURL }));
  await signInAs(page, "Viewer");
  await page.goto(`/aurora/payment-intents/${payment.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/€100\.00/);
  await expect(page.getByRole("button", { name: "Refund", exact: true })).toHaveCount(0);
});

test("the list of refunds is filtered by its address, at the width of a telephone too", async ({ page }) => {
  await signInAs(page, "Viewer");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/aurora/refunds?status=FAILED&amount_min=999999999999");
  await expect(page.getByRole("main")).toContainText("No");
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});
