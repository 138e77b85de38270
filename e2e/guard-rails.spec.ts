import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";
import { personOf, tokenOf } from "./people";

// In the demo's second tenant, whose settings no other test looks at; one after the other, since they change them.
test.describe.configure({ mode: "serial" });

const OWNER = "Company Access (owner)";
const FINANCE = "Finance, in both tenants";
const owner = () => personOf(OWNER, "boreal");

async function headersOf(request: APIRequestContext): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await tokenOf(request, owner())}` };
}

/** A payment of 100.00 EUR that the sandbox has collected. */
async function processedPayment(request: APIRequestContext): Promise<{ id: string; reference: string }> {
  const headers = await headersOf(request);
  const post = async (path: string, data: object) => {
    const answer = await request.post(path, { headers: { ...headers, "idempotency-key": randomUUID() }, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const { items } = await (await request.get("/api/v1/accounts?size=25", { headers })).json();
  const made = await post("/api/v1/payment_intent", {
    account_id: items[0].id,
    billing_amount: 10_000,
    billing_currency: "EUR",
    reference: `GUARD-${randomUUID().slice(0, 8)}`,
  });
  await post("/api/v1/payment_intent/confirm", { id: made.id });
  const status = async () =>
    (await (await request.get(`/api/v1/payment_intent?id=${made.id}`, { headers })).json()).status;
  await expect.poll(status, { timeout: 30_000 }).toBe("PROCESSED");
  return made;
}

async function signInAsOwner(page: Page): Promise<void> {
  expect(await tokenOf(page.request, owner())).toBeTruthy();
}

/** Presses Tab until the control is reached, as somebody without a mouse does. */
async function tabTo(page: Page, name: string, role: "button" | "textbox" = "button"): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).first();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${name} cannot be reached by keyboard`);
}

async function fitsPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  if (before) await page.setViewportSize(before);
}

/** Changes the tenant's settings by the API. */
async function changeSettings(request: APIRequestContext, settings: object): Promise<void> {
  const headers = await headersOf(request);
  const { version } = await (await request.get("/api/v1/tenant_config", { headers })).json();
  const answer = await request.patch("/api/v1/tenant_config", { headers, data: { version, ...settings } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const NEEDS_A_SECOND_PERSON = { refund_approval_thresholds: [{ currency: "EUR", amount: 5_000 }] };

test.beforeAll(async ({ playwright, baseURL }) => {
  await changeSettings(await playwright.request.newContext({ baseURL }), {
    refund_approval_thresholds: null,
    refund_role_limits: null,
    refund_daily_limits: null,
    unused_key_days: null,
    audit_retention_months: null,
  });
});

test("an owner sets from which amount a second person is needed, and sees what counts and who changed it", async ({
  page,
}) => {
  await signInAsOwner(page);
  await page.goto("/boreal/settings/payments");
  await expectAccessible(page);
  const threshold = page.getByRole("group", { name: "Second person needed above" });
  await threshold.getByRole("button", { name: "Add a currency" }).click();
  await threshold.getByRole("combobox", { name: "Currency 1" }).click();
  await page.getByRole("combobox", { name: "Search" }).fill("EUR");
  await page.getByRole("option", { name: /^EUR/ }).click();
  await threshold.getByRole("textbox", { name: "Amount 1" }).fill("50.005");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(threshold.getByRole("textbox", { name: "Amount 1" })).toHaveAttribute("aria-invalid", "true");
  await threshold.getByRole("textbox", { name: "Amount 1" }).fill("50");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("In force: €50.00")).toBeVisible();
  await expectAccessible(page);
  await fitsPhone(page);

  await page.getByRole("link", { name: "History" }).click();
  const newest = page.getByRole("main").getByRole("listitem").first();
  await expect(newest).toContainText("Second person needed above");
  await expect(newest).toContainText("€50.00");
  await expectAccessible(page);
  await fitsPhone(page);
});

test("each tab of the settings is accessible, fits a phone, and is for reading only without the permission", async ({
  page,
}) => {
  await signInAs(page, FINANCE);
  for (const tab of ["", "/payments", "/security", "/data"]) {
    await page.goto(`/boreal/settings${tab}`);
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("settings:write");
    await expect(page.getByRole("button", { name: "Save settings" })).toHaveCount(0);
    await expectAccessible(page);
    await fitsPhone(page);
  }
});

test("a number out of range is refused beside its field, and the template's value comes back", async ({ page }) => {
  await signInAsOwner(page);
  await page.goto("/boreal/settings/security");
  const unused = page.getByLabel("Revoke unused API keys");
  await unused.fill("3");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(unused).toHaveAttribute("aria-invalid", "true");
  await unused.fill("90");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("In force: 90 days")).toBeVisible();
  await page.getByRole("button", { name: "Back to the template’s value" }).click();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("In force: 90 days")).toBeHidden();
  await expect(unused).toHaveValue("");

  // What was given up comes back from the history, as a new version.
  await page.getByRole("link", { name: "History" }).click();
  const versions = page.getByRole("main").getByRole("listitem");
  await expect(versions.first().getByRole("button", { name: "Restore" })).toHaveCount(0);
  await versions.nth(1).getByRole("button", { name: "Restore" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Restore version" }).click();
  await expect(page.getByText(/^The settings are those of version \d+ again$/)).toBeVisible();
  await page.getByRole("link", { name: "Security" }).click();
  await expect(unused).toHaveValue("90");
  await page.getByRole("button", { name: "Back to the template’s value" }).click();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("In force: 90 days")).toBeHidden();
});

test("a refund above the threshold is asked for by one person and approved by another, by keyboard alone", async ({
  page,
  browser,
  playwright,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const request = await playwright.request.newContext({ baseURL });
  await changeSettings(request, NEEDS_A_SECOND_PERSON);
  const payment = await processedPayment(request);
  await signInAsOwner(page);
  await page.goto(`/boreal/payment-intents/${payment.id}`);
  await page.getByRole("button", { name: "Refund", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Refund", exact: true }).click();
  await expect(page.getByText("waits for a second person")).toBeVisible();
  await page.goto("/boreal/approvals");
  const own = page.getByRole("article", { name: `Refund of ${payment.reference}` });
  await expect(own).toContainText("another person has to decide");
  await expect(own.getByRole("button")).toHaveCount(0);
  await expectAccessible(page);

  const second = await (await browser.newContext({ baseURL })).newPage();
  await signInAs(second, FINANCE);
  await second.goto("/boreal");
  await expect(second.getByRole("link", { name: /^Approvals \d+ waiting$/ })).toBeVisible();
  await second.goto("/boreal/approvals");
  const waiting = second.getByRole("article", { name: `Refund of ${payment.reference}` });
  await expect(waiting.getByRole("button", { name: "Approve" })).toBeVisible();
  await expectAccessible(second);
  await fitsPhone(second);
  await waiting.getByRole("link", { name: /€100\.00/ }).focus();
  await second.keyboard.press("Enter");
  await expect(second.getByRole("heading", { level: 1 })).toHaveText(/€100\.00/);
  await tabTo(second, "Approve");
  await second.keyboard.press("Enter");
  await expect(second.getByRole("dialog")).toBeVisible();
  await tabTo(second, "Comment (optional)", "textbox");
  await second.keyboard.type("Checked with the hotel");
  await tabTo(second, "Approve refund");
  await second.keyboard.press("Enter");
  await expect(second.getByRole("dialog")).toBeHidden();
  const main = second.getByRole("main");
  await expect(main).toContainText("Approved by Felix");
  await expect(main).toContainText("Checked with the hotel");
  await expect(main.getByText("Succeeded").first()).toBeVisible({ timeout: 30_000 });
  await expectAccessible(second);
  await second.context().close();
});

test("a rejection needs a reason, which whoever asked reads", async ({ page, playwright, baseURL }) => {
  test.setTimeout(60_000);
  const request = await playwright.request.newContext({ baseURL });
  await changeSettings(request, NEEDS_A_SECOND_PERSON);
  const payment = await processedPayment(request);
  const headers = { ...(await headersOf(request)), "idempotency-key": randomUUID() };
  const asked = await request.post("/api/v1/refund", { headers, data: { payment_intent_id: payment.id } });
  const refund = await asked.json();
  expect(refund).toMatchObject({ pending_reason: "awaiting_approval", approval: { status: "pending" } });
  const own = await request.post("/api/v1/refund/approve", {
    headers: { ...headers, "idempotency-key": randomUUID() },
    data: { id: refund.id },
  });
  expect(own.status()).toBe(403);
  await signInAs(page, FINANCE);
  await page.goto(`/boreal/refunds/${refund.id}`);
  await page.getByRole("button", { name: "Reject" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Reject refund" }).click();
  await expect(dialog.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await dialog.getByLabel("Reason").fill("The guest did stay");
  await dialog.getByRole("button", { name: "Reject refund" }).click();
  await expect(page.getByRole("main")).toContainText("The guest did stay");
  await expect(page.getByRole("main").getByText("Canceled").first()).toBeVisible();
});

test("stopping refunds holds for page and API at once, is told on every page, and is lifted", async ({
  page,
  playwright,
  baseURL,
}) => {
  test.setTimeout(60_000);
  const request = await playwright.request.newContext({ baseURL });
  const payment = await processedPayment(request);
  await signInAs(page, FINANCE);
  await page.goto("/boreal/approvals");
  await page.getByRole("button", { name: "Stop refunds" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("Too many refunds of one guest");
  await dialog.getByRole("button", { name: "Stop refunds" }).click();
  await expect(page.getByText("Refunds are stopped", { exact: true }).first()).toBeVisible();
  const headers = { ...(await headersOf(request)), "idempotency-key": randomUUID() };
  const refused = await request.post("/api/v1/refund", { headers, data: { payment_intent_id: payment.id } });
  expect(refused.status()).toBe(409);
  expect(await refused.json()).toMatchObject({
    code: "refunds_stopped",
    detail: "Refunds are stopped: Too many refunds of one guest",
  });
  await page.goto("/boreal/accounts");
  await expect(page.getByRole("main")).toContainText("Too many refunds of one guest");
  await expectAccessible(page);
  await fitsPhone(page);
  await page.getByRole("button", { name: "Let refunds go on" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Let refunds go on" }).click();
  await expect(page.getByText("Too many refunds of one guest")).toBeHidden();
});

test("whoever may not approve finds no way to it", async ({ page }) => {
  await signInAs(page, "Viewer");
  await page.goto("/aurora");
  await expect(page.getByRole("link", { name: "Approvals" })).toHaveCount(0);
  await page.goto("/aurora/approvals");
  await expect(page.getByRole("main")).toContainText("refunds:approve");
});
