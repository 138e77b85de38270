import { expect, type Page, test } from "@playwright/test";
import { navigationOf } from "@/app/(dashboard)/[tenant]/navigation";
import { BUILT_IN_ROLES } from "@/lib/permissions";
import { expectAccessible, signInAs } from "./pages";

const OWNER = "Company Access (owner)";

const accounts = (page: Page) => page.getByRole("table", { name: /^Collected in [A-Z]{3} by account$/ });
const chart = (page: Page) => page.getByRole("figure", { name: /^Collected in [A-Z]{3} by/ });

test("a number of the overview leads to exactly the payments it counts", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora?compare=none");
  const cell = accounts(page)
    .getByRole("row", { name: /^Iberia/ })
    .getByRole("cell")
    .last();
  const count = (await cell.textContent())?.trim();
  expect(Number(count)).toBeGreaterThan(0);
  await cell.getByRole("link").click();
  await expect(page).toHaveURL(/payment-intents\?account=[0-9a-f-]{36}&currency=EUR&created_from=.*created_to=/);
  await expect(page.getByRole("status").filter({ hasText: `of ${count}` })).toBeVisible();
});

test("cards lead to the payments that they count", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora?compare=none");
  const card = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: "Payments", exact: true }) })
    .filter({ hasText: "whatever became of them" });
  const count = (await card.locator("p").first().textContent())?.match(/^[\d,]+/)?.[0];
  await card.getByRole("link").click();
  await expect(page).toHaveURL(/payment-intents\?currency=EUR&created_from=/);
  await expect(page.getByRole("status").filter({ hasText: `of ${count}` })).toBeVisible();
});

test("bars are reached by keyboard, one by Tab and the others by arrows, and lead to their payments", async ({
  page,
}) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora");
  const bars = chart(page).getByRole("link");
  await expect(bars.first()).toBeVisible();
  await expect(chart(page).locator("a[data-bar][tabindex='0']")).toHaveCount(1);
  await bars.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(bars.nth(1)).toBeFocused();
  const name = (await bars.nth(1).getAttribute("aria-label")) ?? "";
  const count = /([\d,]+) payments?$/.exec(name)?.[1];
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/status=PROCESSED,PARTIALLY_REFUNDED,REFUNDED&currency=EUR&created_from=/);
  await expect(page.getByRole("status").filter({ hasText: `of ${count}` })).toBeVisible();
});

test("a chart's numbers are there as a table too", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora");
  await chart(page).getByText("Show as a table").click();
  await expect(chart(page).getByRole("row")).toHaveCount(31);
  await expectAccessible(page);
});

test("range and comparison are chosen by links, lie in the address, and come back with it", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora");
  const range = page.getByRole("navigation", { name: "Time range" });
  await expect(range.getByRole("link", { name: "30 days" })).toHaveAttribute("aria-current", "true");
  await range.getByRole("link", { name: "7 days", exact: true }).click();
  await expect(page).toHaveURL(/created=last-7d/);
  await expect(range.getByRole("link", { name: "7 days", exact: true })).toHaveAttribute("aria-current", "true");
  const compare = page.getByRole("navigation", { name: "Compare with" });
  await compare.getByRole("link", { name: "Year before" }).click();
  await expect(page).toHaveURL(/created=last-7d&compare=year/);
  await expect(compare.getByRole("link", { name: "Year before" })).toHaveAttribute("aria-current", "true");
  await page.goBack();
  await expect(compare.getByRole("link", { name: "Period before" })).toHaveAttribute("aria-current", "true");
  await page.goBack();
  await expect(range.getByRole("link", { name: "30 days" })).toHaveAttribute("aria-current", "true");
});

test("another currency is a click away, and never mixed with the first", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora");
  await page.getByRole("navigation", { name: "Currency" }).getByRole("link", { name: "HUF" }).click();
  await expect(page).toHaveURL(/currency=HUF/);
  await expect(page.getByRole("figure", { name: /^Collected in HUF/ })).toBeVisible();
  await expect(page.getByRole("table", { name: "Collected in HUF by account" })).toBeVisible();
});

test("a branch narrows everything on the page", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora");
  await accounts(page).getByRole("link", { name: "Iberia", exact: true }).click();
  await expect(page).toHaveURL(/account=/);
  await expect(accounts(page).getByRole("row", { name: /^Portugal/ })).toBeVisible();
  await expect(accounts(page).getByRole("row", { name: /^Central Europe/ })).toHaveCount(0);
  await accounts(page).getByRole("link", { name: "Portugal", exact: true }).click();
  await expect(accounts(page).getByRole("row", { name: /^Aurora Lisboa Baixa/ })).toBeVisible();
  await expect(accounts(page).getByRole("row", { name: /^Spain/ })).toHaveCount(0);
});

test("wrong parameters are left out, and a range without payments says so by its figures", async ({ page }) => {
  await signInAs(page, OWNER);
  const response = await page.goto("/aurora?created_from=soon&currency=XXX&status=FAILED&account=1");
  expect(response?.status()).toBe(200);
  await expect(page.getByText("Left out of the filters: created_from")).toBeVisible();
  await expect(accounts(page)).toBeVisible();
  await page.goto("/aurora?created_from=2001-01-01&created_to=2001-01-05");
  await expect(page.getByText("Nothing happened in this range")).toBeVisible();
});

test("a restricted member's figures hold the own branch only", async ({ page }) => {
  await signInAs(page, "Support, restricted to Portugal");
  await page.goto("/aurora");
  await expect(accounts(page).getByRole("row", { name: /^Aurora Lisboa Baixa/ })).toBeVisible();
  await expect(accounts(page).getByRole("row", { name: /Aurora Wien|Iberia|Central Europe/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "HUF", exact: true })).toHaveCount(0);
});

test("somebody of two tenants switches between them, and a stranger finds nothing", async ({ page }) => {
  await signInAs(page, "Finance, in both tenants");
  await page.goto("/aurora");
  await page.getByRole("button", { name: /switch tenant/ }).click();
  await page.getByRole("menuitem", { name: "Boreal Resorts" }).click();
  await expect(page).toHaveURL("/boreal");
  await expect(accounts(page).getByRole("rowheader").first()).toBeVisible();
  await expect(accounts(page).getByRole("row", { name: /Aurora|Iberia/ })).toHaveCount(0);
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
  const shown = navigationOf((name) => name, "aurora", new Set(BUILT_IN_ROLES.viewer.permissions)).flatMap(
    ({ items }) => items.map(({ href }) => href),
  );
  expect(shown).not.toContain("/aurora/api-keys");
  await expect(nav.getByRole("link")).toHaveCount(shown.length);
  for (const [index, href] of shown.entries())
    await expect(nav.getByRole("link").nth(index)).toHaveAttribute("href", href);
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
    await expect(chart(page)).toBeVisible();
    await expect(accounts(page)).toBeVisible();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
