import { expect, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";

test("an administrator sees why, looks as a member, and can change nothing until the view ends", async ({ page }) => {
  await signInAs(page, "User Admin");
  await page.goto("/aurora/team");
  await page.getByRole("link", { name: "Samir Haddad" }).first().click();

  await page.getByLabel("Permission", { exact: true }).click();
  await page.keyboard.type("refunds:create");
  await page.getByRole("option", { name: /refunds:create$/ }).click();
  await page.getByRole("button", { name: "Explain" }).click();
  await expect(page.getByText("Samir Haddad may not refund payments.")).toBeVisible();
  await expect(page.getByText(/“Support”, which does not give it/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "View as" }).focus();
  await page.keyboard.press("Enter");
  const banner = page.getByRole("complementary", { name: "View" });
  await expect(banner).toContainText("Samir Haddad");
  await page.goto("/aurora/accounts");
  await expect(page.getByRole("link", { name: "Aurora Porto Ribeira" })).toBeVisible();
  await expect(page.getByRole("link", { name: "New account" })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto("/aurora/api-keys");
  await expect(page.locator("main").getByRole("alert")).toContainText("Samir Haddad may not see this");

  await banner.getByRole("button", { name: "End view" }).click();
  await expect(banner).toHaveCount(0);
  await page.goto("/aurora/api-keys");
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
});

test("rights can be looked through before they are saved", async ({ page }) => {
  await signInAs(page, "Company Access (owner)");
  await page.goto("/aurora/api-keys/new");
  await page.getByLabel("Name").fill("Till");
  await page.getByRole("button", { name: "Read only" }).click();
  await page.getByRole("radio", { name: /Chosen accounts/ }).click();
  await page.getByLabel("Search accounts").fill("portugal");
  await page.getByRole("checkbox", { name: /^Portugal/ }).click();
  await page.getByRole("button", { name: "Preview" }).click();
  const dialog = page.getByRole("dialog", { name: "What this would come to" });
  await expect(dialog).toContainText("Payment intents");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Look around" }).click();
  const banner = page.getByRole("complementary", { name: "View" });
  await expect(banner).toContainText("Till (not saved)");
  await banner.getByRole("button", { name: "End view" }).click();
  await expect(banner).toHaveCount(0);
});

test("a refused page says which permission is missing and who can give it", async ({ page }) => {
  await signInAs(page, "Viewer");
  await page.goto("/aurora/api-keys");
  await expect(page.locator("main").getByRole("alert")).toContainText("api_keys:read");
  await expect(page.locator("main").getByRole("alert")).toContainText("Olivia Marques");
  await expectAccessible(page);
});
