import { expect, type Page, test } from "@playwright/test";
import { navigationOf } from "@/app/(dashboard)/[tenant]/navigation";
import { BUILT_IN_ROLES } from "@/lib/permissions";
import { expectAccessible, signInAs } from "./pages";

const OWNER = "Company Access (owner)";

const totals = (page: Page) => page.getByRole("table", { name: "Totals by account, currency and status" });

test("a number of the overview leads to exactly the payments it counts", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora");
  const cell = totals(page)
    .getByRole("row", { name: /^Portugal EUR/ })
    .getByRole("cell")
    .nth(1);
  const count = (await cell.locator("span").last().textContent())?.trim();
  expect(Number(count)).toBeGreaterThan(0);
  await cell.getByRole("link").click();
  await expect(page).toHaveURL(/payment-intents\?account=[0-9a-f-]{36}&currency=EUR&created_from=.*created_to=/);
  await expect(page.getByRole("status").filter({ hasText: `of ${count}` })).toBeVisible();
});

test("cards count by what became of the payments, and lead to them", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora");
  const card = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: "Failed" }) })
    .first();
  const count = (await card.locator("p").first().textContent())?.match(/^[\d,]+/)?.[0];
  await card.getByRole("link").click();
  await expect(page).toHaveURL(/status=FAILED/);
  await expect(page.getByRole("status").filter({ hasText: `of ${count}` })).toBeVisible();
});

test("the range is chosen by a link, lies in the address, and comes back with it", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora");
  const range = page.getByRole("navigation", { name: "Time range" });
  await expect(range.getByRole("link", { name: "Last 30 days" })).toHaveAttribute("aria-current", "true");
  await range.getByRole("link", { name: "Last 7 days" }).click();
  await expect(page).toHaveURL(/created_from=\d{4}-\d\d-\d\d&created_to=/);
  await expect(range.getByRole("link", { name: "Last 7 days" })).toHaveAttribute("aria-current", "true");
  await page.goBack();
  await expect(range.getByRole("link", { name: "Last 30 days" })).toHaveAttribute("aria-current", "true");
  await page.goForward();
  await expect(range.getByRole("link", { name: "Last 7 days" })).toHaveAttribute("aria-current", "true");
});

test("a branch narrows everything on the page", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: "Branch", exact: true }).click();
  await page.getByRole("combobox", { name: "Branch" }).click();
  await page.keyboard.type("Portugal");
  await page.getByRole("option", { name: "Portugal" }).first().click();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/account=/);
  await expect(totals(page).getByRole("row", { name: /Aurora Lisboa Baixa/ })).toBeVisible();
  await expect(totals(page).getByRole("row", { name: /Spain/ })).toBeHidden();
});

test("wrong parameters are left out, and a range without payments says so", async ({ page }) => {
  await signInAs(page, OWNER);
  const response = await page.goto("/aurora?created_from=soon&currency=XXX&status=FAILED&account=1");
  expect(response?.status()).toBe(200);
  await expect(page.getByText("Left out of the filters: created_from")).toBeVisible();
  await expect(totals(page)).toBeVisible();
  await page.goto("/aurora?created_from=2001-01-01&created_to=2001-01-02");
  await expect(page.getByText("No payments in this range")).toBeVisible();
});

test("a restricted member's totals hold the own branch only", async ({ page }) => {
  await signInAs(page, "Support, restricted to Portugal");
  await page.goto("/aurora");
  await expect(totals(page).getByRole("row", { name: /Aurora Lisboa Baixa/ })).toBeVisible();
  await expect(totals(page).getByRole("row", { name: /Aurora Wien/ })).toBeHidden();
  await expect(totals(page).getByRole("row", { name: /HUF/ })).toHaveCount(0);
});

test("somebody of two tenants switches between them, and a stranger finds nothing", async ({ page }) => {
  await signInAs(page, "Finance, in both tenants");
  await page.goto("/aurora");
  await page.getByRole("button", { name: /switch tenant/ }).click();
  await page.getByRole("menuitem", { name: "Boreal Resorts" }).click();
  await expect(page).toHaveURL("/boreal");
  await expect(
    totals(page)
      .getByRole("row", { name: /Boreal/ })
      .first(),
  ).toBeVisible();
  await expect(totals(page).getByRole("row", { name: /Aurora/ })).toHaveCount(0);
  await signInAs(page, OWNER);
  const response = await page.goto("/boreal");
  expect(response?.status()).toBe(404);
});

test("the sidebar holds what the person may open, and works by keyboard on a phone", async ({ page }) => {
  await signInAs(page, "Viewer");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/aurora");
  await page.getByRole("button", { name: "Open navigation" }).focus();
  await page.keyboard.press("Enter");
  const nav = page.getByRole("dialog").getByRole("navigation", { name: "Main" });
  const shown = navigationOf("aurora", new Set(BUILT_IN_ROLES.viewer.permissions)).flatMap(({ items }) => items);
  expect(shown.map(({ label }) => label)).not.toContain("API keys");
  await expect(nav.getByRole("link")).toHaveText(shown.map(({ label }) => label));
  await nav.getByRole("link", { name: "Accounts" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/aurora/accounts");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.goto("/aurora/api-keys");
  await expect(page.getByText("api_keys:read")).toBeVisible();
});

test("the overview is accessible at both ends of width, light and dark", async ({ page }) => {
  test.slow();
  await signInAs(page, OWNER);
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/aurora");
    await expect(totals(page)).toBeVisible();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
