import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";

const OWNER = "Company Access (owner)";

const rows = (page: Page) => page.locator("a[data-row-link]");
const neighbours = (page: Page) => page.getByRole("navigation", { name: "Neighbours in Payment intents" });

test("from a list one walks through its records, over the page's edge, and comes back to the row one looked at last", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, OWNER);
  await page.goto("/aurora/payment-intents?status=PROCESSED&size=25");
  const hrefs = await rows(page).evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(hrefs.length).toBe(25);
  await rows(page).nth(23).click();
  await expect(page).toHaveURL(new RegExp(`${hrefs[23]}$`));
  await expect(neighbours(page)).toContainText(/^24 of [\d,]+\+?$/);
  await page.keyboard.press("j");
  await expect(page).toHaveURL(new RegExp(`${hrefs[24]}$`));
  await expect(neighbours(page)).toContainText(/^25 of /);
  await page.keyboard.press("]");
  await expect(neighbours(page)).toContainText(/^26 of /);
  expect(hrefs).not.toContain(new URL(page.url()).pathname);
  await page.keyboard.press("k");
  await expect(page).toHaveURL(new RegExp(`${hrefs[24]}$`));
  await expectAccessible(page);
  await neighbours(page)
    .getByRole("link", { name: /^Back to the list/ })
    .click();
  await expect(page).toHaveURL(/\/aurora\/payment-intents\?/);
  await expect(page.locator(`a[data-row-link][href="${hrefs[24]}"]`)).toBeFocused();
});

test("whoever opens a record from elsewhere sees no ways to neighbours", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora/payment-intents");
  const href = await rows(page).first().getAttribute("href");
  await page.goto(String(href));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(neighbours(page)).toHaveCount(0);
});

test("a payment shows its JSON when asked, and its timeline by kind", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora/payment-intents?status=PARTIALLY_REFUNDED");
  await rows(page).first().click();
  const timeline = page.getByRole("list", { name: "Timeline" });
  await page.getByRole("button", { name: /^Refunds \d/ }).click();
  await expect(timeline.getByText(/^Refund of/).first()).toBeVisible();
  await expect(timeline.getByText("Created", { exact: true })).toBeHidden();
  await page.getByText("GET /api/v1/payment_intent").click();
  await expect(page.getByRole("region", { name: "JSON of the record" })).toContainText(
    '"status": "PARTIALLY_REFUNDED"',
  );
  await expectAccessible(page);
});

test("an account that was changed and deleted is seen as it was, and comes back from there", async ({ page }) => {
  test.setTimeout(90_000);
  await signInAs(page, OWNER);
  const name = `Past ${Date.now()}`;
  await page.goto("/aurora/accounts/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("combobox", { name: "Currency", exact: true }).click();
  await page.getByRole("option", { name: "EUR – Euro" }).click();
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete account" }).click();
  await expect(page.getByText("Deleted").first()).toBeVisible();

  await page.getByRole("link", { name: "In the past" }).click();
  const versions = page.getByRole("list", { name: "Versions" });
  await versions.getByRole("link", { name: "Account created" }).click();
  await expect(page.getByRole("main")).toContainText("As it was on");
  await expect(page.getByRole("table", { name: /Changed fields/ })).toContainText("Deleted at");
  await expectAccessible(page);
  await page.getByRole("button", { name: `Restore ${name}` }).click();
  await expect(page.getByText(`${name} is back`)).toBeVisible();
  await page.getByRole("link", { name: "Back to the present" }).click();
  await expect(page.getByRole("button", { name: "Delete" })).toBeVisible();
});

test("a record's form is fetched when its button is reached, and the button has the focus back at the end", async ({
  page,
}) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora/payment-intents?status=PROCESSED");
  await rows(page).first().click();
  const button = page.getByRole("button", { name: "Edit details" });
  await expect(button).toBeVisible();
  await page.waitForLoadState("networkidle");

  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  let fetched = 0;
  await page.route("**/_next/static/**", async (route) => {
    fetched++;
    await isReleased;
    await route.continue();
  });
  await button.hover();
  await expect.poll(() => fetched).toBeGreaterThan(0);
  await button.click();
  await expect(button).toHaveAttribute("aria-busy", "true");
  await expect(page.getByRole("dialog")).toBeHidden();
  release();
  const dialog = page.getByRole("dialog", { name: "Edit details" });
  await expect(dialog.getByLabel("Reference")).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("Reference")).toBeFocused();
});

test("whose form cannot be fetched is told so, and nothing stays busy", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora/payment-intents?status=PROCESSED");
  await rows(page).first().click();
  const button = page.getByRole("button", { name: "Edit customer" });
  await expect(button).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.route("**/_next/static/**", (route) => route.abort());
  await button.click();
  await expect(page.getByText("This could not be loaded. Reload the page and try again.")).toBeVisible();
  await expect(button).not.toHaveAttribute("aria-busy");
  await expect(page.getByRole("dialog")).toBeHidden();
});
