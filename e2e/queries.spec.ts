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

const CHOICES = "**/api/dashboard/aurora/account_choices";

test("accounts are asked for once, by whoever turns to the filters, and a name may be written before they are there", async ({
  page,
}) => {
  await signInAs(page, OWNER);
  let asked = 0;
  let answer = () => {};
  const mayAnswer = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(CHOICES, async (route) => {
    asked += 1;
    await mayAnswer;
    await route.continue();
  });
  await page.goto("/aurora/payment-intents");
  const box = page.getByRole("combobox", { name: "Filter by a query" });
  const search = page.getByRole("search");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  expect(asked).toBe(0);
  await expect(async () => {
    await box.fill("account:portug");
    await expect(search.getByText("Loading")).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectAccessible(page);
  answer();
  await expect(page.getByRole("option", { name: "Portugal" })).toBeVisible();
  await box.press("ArrowDown");
  await box.press("Enter");
  await box.press("Enter");
  await expect(page).toHaveURL(/account=[0-9a-f-]{36}$/);
  await expect(page.getByRole("button", { name: "Account Portugal" })).toBeVisible();
  await page.getByRole("link", { name: "Remove filter Account: Portugal" }).click();
  await expect(page).not.toHaveURL(/account=/);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: "Amount", exact: true }).click();
  await expect(page.getByLabel("From (EUR)")).toBeFocused();
  expect(asked).toBe(1);

  await page.goto("/aurora/payment-intents?q=account:portugal");
  await expect(page.getByRole("button", { name: "Account Portugal" })).toBeVisible();
  await expect(page).toHaveURL(/\?account=[0-9a-f-]{36}$/);
  expect(asked).toBe(2);
});

test("choices that could not be loaded are told where they are wanted, and asked for again", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.route(CHOICES, (route) => route.abort());
  await page.goto("/aurora/payment-intents");
  const box = page.getByRole("combobox", { name: "Filter by a query" });
  const failure = page.getByText("What this filter offers could not be loaded.");
  await expect(async () => {
    await box.fill("account:portug");
    await expect(failure).toBeVisible({ timeout: 1000 });
  }).toPass();
  await box.press("Enter");
  await expect(failure).toBeVisible();
  await expect(page).toHaveURL(/payment-intents$/);
  await expectAccessible(page);
  await box.fill("status:failed");
  await expect(failure).toBeHidden();

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: "Account", exact: true }).click();
  await expect(failure).toBeVisible();
  await expectAccessible(page);
  await page.unroute(CHOICES);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Try again" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("combobox", { name: "Account" })).toBeFocused();
});
