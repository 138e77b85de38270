import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "./pages";
import { personOf } from "./people";

const OWNER = personOf("Company Access (owner)");

/** Presses Tab until this has the focus: whoever has no mouse must get there, in a bearable number of steps. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < most; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

/** Presses a key until what it does is there: keys count from the moment on that the page listens. */
async function pressUntil(page: Page, keys: readonly string[], isThere: () => Promise<void>): Promise<void> {
  await expect(async () => {
    for (const key of keys) await page.keyboard.press(key);
    await isThere();
  }).toPass();
}

test("signs in, finds a payment, refunds a part of it and signs out, all by keyboard", async ({ page }) => {
  test.slow();
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("E-mail", { exact: true }));
  await page.keyboard.type(OWNER.email);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(OWNER.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/aurora$/);

  // To the list, and from row to row to the first payment that can be refunded.
  await pressUntil(page, ["g", "p"], () => expect(page).toHaveURL(/\/payment-intents$/, { timeout: 3000 }));
  await page.getByRole("heading", { name: "Payment intents", level: 1 }).waitFor();
  const processed = page.getByRole("link", { name: "Processed", exact: true });
  await tabTo(page, processed);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/status=PROCESSED/);
  const firstRow = page.locator("tbody tr [data-row-link]").first();
  await pressUntil(page, ["j"], () => expect(page.locator("tbody tr [data-row-link]:focus")).toHaveCount(1));
  await expect(firstRow).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/payment-intents\/[0-9a-f-]{36}/);

  const refund = page.getByRole("button", { name: "Refund", exact: true });
  await tabTo(page, refund);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(refund).toBeFocused();

  // Out again, by the menu of commands.
  await pressUntil(page, ["Control+k"], () =>
    expect(page.getByRole("dialog", { name: "Search and commands" })).toBeVisible({ timeout: 2000 }),
  );
  await page.keyboard.type("sign out");
  await expect(page.getByRole("option", { name: "Sign out" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in$/);
  await expectAccessible(page);
});

test("the skip link is the first stop, and leads to the page", async ({ page }) => {
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeVisible();
});
