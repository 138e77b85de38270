import { expect, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";

const OWNER = "Company Access (owner)";

test("a list is narrowed by one line, whose words are suggested", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora/payment-intents");
  const box = page.getByRole("combobox", { name: "Filter by a query" });
  // The first key may come before the page listens.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await box.pressSequentially("sta");
  await expect(page.getByRole("option", { name: "status:" })).toBeVisible();
  await box.press("ArrowDown");
  await box.press("Enter");
  await expect(box).toHaveValue("status:");
  await expectAccessible(page);
  await box.pressSequentially("proc");
  await page.getByRole("option", { name: "processed" }).click();
  await box.pressSequentially("-currency:jpy created:last-90d");
  await box.press("Enter");
  await expect(page).toHaveURL(/status=PROCESSED&currency_not=JPY&created=last-90d/);
  await expect(page.getByRole("button", { name: "Currency not" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Created Last 90 days" })).toBeVisible();
  await expect(box).toHaveValue("status:processed -currency:jpy created:last-90d");

  await box.fill("status:lost");
  await box.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "status: Must be one of" })).toBeVisible();
  await expectAccessible(page);
  await box.press("Escape");
  await box.press("Home");
  await box.press("Backspace");
  await expect(page).not.toHaveURL(/created=/);

  await page.goto("/aurora/payment-intents?q=-status:processed");
  await expect(page).toHaveURL(/\?status_not=PROCESSED$/);
  await expect(box).toHaveValue("-status:processed");
});

test("what a person cannot see is no word of the line", async ({ page }) => {
  await signInAs(page, "Viewer");
  await page.goto("/aurora/payment-intents");
  const box = page.getByRole("combobox", { name: "Filter by a query" });
  await expect(async () => {
    await box.fill("email:ann*");
    await box.press("Enter");
    await expect(page.getByText("There is no filter “email”")).toBeVisible({ timeout: 1000 });
  }).toPass();
});
