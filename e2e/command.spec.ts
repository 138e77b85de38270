import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";

const OWNER = "Company Access (owner)";

const menu = (page: Page) => page.getByRole("dialog", { name: "Search and commands" });
const option = (page: Page, name: string | RegExp) => menu(page).getByRole("option", { name });

/** Opens the menu by its keys. */
async function openMenu(page: Page): Promise<void> {
  // Keys count from the moment on that the page listens.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(menu(page)).toBeVisible({ timeout: 2000 });
  }).toPass();
}

test.describe("an owner", () => {
  test.beforeEach(({ page }) => signInAs(page, OWNER));

  test("finds an account by a part of its name and opens it by keyboard alone", async ({ page }) => {
    await page.goto("/aurora");
    await openMenu(page);
    await page.keyboard.type("lisboa bai");
    await expect(option(page, /Aurora Lisboa Baixa/)).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Aurora Lisboa Baixa", level: 1 })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Aurora Lisboa Baixa", level: 1 })).toBeFocused();
  });

  test("goes to pages and starts actions by words for them", async ({ page }) => {
    await page.goto("/aurora/refunds");
    await page.getByRole("button", { name: "Search and commands" }).click();
    await page.keyboard.type("charge");
    await option(page, /New payment intent/).click();
    await expect(page).toHaveURL("/aurora/payment-intents/new");
    await openMenu(page);
    await page.keyboard.type("retention");
    await option(page, /Settings: Data/).click();
    await expect(page).toHaveURL("/aurora/settings/data");
  });

  test("reads a query, and leads to the list that holds exactly its rows", async ({ page }) => {
    await page.goto("/aurora");
    await openMenu(page);
    await page.keyboard.type("status:failed amount>100");
    await option(page, /Payment intents/).click();
    await expect(page).toHaveURL(/\/aurora\/payment-intents\?.*status=FAILED/);
    await expect(page).toHaveURL(/amount_min=/);
  });

  test("says that nothing was found, closes by escape, and the focus is where it was", async ({ page }) => {
    await page.goto("/aurora/accounts");
    const button = page.getByRole("button", { name: "Search and commands" });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(menu(page)).toBeVisible();
    await page.keyboard.type("zzqqxxww");
    await expect(menu(page).getByText("Nothing found")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu(page)).toBeHidden();
    await expect(button).toBeFocused();
  });

  test("gets an answer when the server gives none", async ({ page }) => {
    await page.goto("/aurora/accounts");
    await page.route("**/api/dashboard/aurora/search**", (route) => route.abort());
    await openMenu(page);
    await page.keyboard.type("settings");
    await expect(menu(page).getByText("Records could not be searched")).toBeVisible();
    await expect(option(page, /^Settings g s$/)).toBeVisible();
  });

  test("finds what was looked at last on top", async ({ page }) => {
    await page.goto("/aurora/accounts");
    await page.getByRole("link", { name: "Aurora Wien" }).click();
    await expect(page.getByRole("heading", { name: "Aurora Wien", level: 1 })).toBeVisible();
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem("bulkhead.recent"))).toContain("Aurora Wien");
    await openMenu(page);
    await expect(menu(page).getByRole("option").first()).toHaveText(/Aurora Wien/);
  });

  test("names a payment that was looked at by its reference and its amount", async ({ page }) => {
    await page.goto("/aurora/payment-intents");
    await page.locator("a[data-row-link]").first().click();
    const crumb = page.getByRole("navigation", { name: "Breadcrumb" }).locator("[aria-current=page]");
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toContainText(/\d [A-Z]{3}$/);
    const reference = (await crumb.textContent()) ?? "";
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem("bulkhead.recent"))).toContain(reference);
    await openMenu(page);
    await expect(menu(page).getByRole("option").first()).toContainText(`${reference} · `);
  });

  test("moves by keys, never while typing, and finds all keys behind ?", async ({ page }) => {
    await page.goto("/aurora/accounts");
    await expect(async () => {
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible({ timeout: 2000 });
    }).toPass();
    await expect(page.getByRole("dialog", { name: "Keyboard" }).getByText("Payment intents")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeHidden();
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await expect(page).toHaveURL("/aurora/payment-intents");
    await expect(page.getByRole("heading", { name: "Payment intents", level: 1 })).toBeVisible();
    await expect(async () => {
      await page.keyboard.press("c");
      await expect(page).toHaveURL("/aurora/payment-intents/new", { timeout: 3000 });
    }).toPass();
    await page.getByLabel("Reference (optional)").fill("");
    await page.getByLabel("Reference (optional)").pressSequentially("gp?");
    await expect(page.getByLabel("Reference (optional)")).toHaveValue("gp?");
    await expect(page).toHaveURL("/aurora/payment-intents/new");
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("finds menu and keys accessible, light and dark, wide and on a phone", async ({ page }) => {
    test.slow();
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto("/aurora/accounts");
      await openMenu(page);
      await page.keyboard.type("lisboa");
      await expect(option(page, /Aurora Lisboa Baixa/)).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(menu(page)).toBeHidden();
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
      await expectAccessible(page);
    }
  });
});

test("a viewer is offered nothing that changes anything", async ({ page }) => {
  await signInAs(page, "Viewer");
  await page.goto("/aurora");
  await openMenu(page);
  await expect(option(page, /Account tree/)).toBeVisible();
  await expect(option(page, /^New /)).toHaveCount(0);
  await expect(option(page, /Invite somebody/)).toHaveCount(0);
});

test("a restricted member finds the own branch only", async ({ page }) => {
  await signInAs(page, "Support, restricted to Portugal");
  await page.goto("/aurora/accounts");
  await openMenu(page);
  await page.keyboard.type("aurora");
  await expect(option(page, /Aurora Lisboa Baixa/)).toBeVisible();
  await expect(option(page, /Aurora Wien/)).toHaveCount(0);
});

test("single keys can be switched off, and Ctrl K works all the same", async ({ page }) => {
  await signInAs(page, "Dashboard Refund");
  await page.goto("/me/profile");
  const keys = page.getByRole("switch", { name: "Single-key shortcuts" });
  const save = async (checked: boolean) => {
    await keys.setChecked(checked);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Your profile was saved").first()).toBeVisible();
  };
  await save(false);
  await page.goto("/aurora/accounts");
  await openMenu(page);
  await page.keyboard.press("Escape");
  await expect(menu(page)).toBeHidden();
  await page.keyboard.press("?");
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await openMenu(page);
  await expect(page).toHaveURL("/aurora/accounts");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeHidden();
  await page.goto("/me/profile");
  await save(true);
});
