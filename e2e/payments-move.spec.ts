import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";

// The whole way: button, job, sandbox, signed webhook, job, page. Nothing is stubbed.

const LIST = "/aurora/payment-intents";

const timeline = (page: Page) =>
  page
    .getByRole("main")
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Timeline", exact: true }) });

async function fillIn(page: Page, email: string): Promise<void> {
  await page.goto(`${LIST}/new`);
  await page.getByRole("combobox", { name: "Account", exact: true }).click();
  await page.keyboard.type("Aurora Porto Ribeira");
  await page.getByRole("option", { name: "Aurora Porto Ribeira" }).first().click();
  await page.getByLabel("Billing amount").fill("84.20");
  await page.getByLabel("Customer e-mail").fill(email);
  await page.getByLabel("Reference").fill(`MOVE-${randomUUID().slice(0, 8)}`);
}

async function create(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Create payment intent" }).click();
  await expect(page).toHaveURL(/payment-intents\/[0-9a-f-]{36}$/);
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Confirm payment" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Confirm payment" }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
}

test.beforeEach(async ({ page }) => {
  await signInAs(page, "Company Access (owner)");
});

test("a payment is confirmed, collected, and its page shows the end without being asked", async ({ page }) => {
  await fillIn(page, "ada@example.com");
  await create(page);
  await confirm(page);
  await expect(timeline(page)).toContainText("payment.succeeded", { timeout: 30_000 });
  await expect(timeline(page)).toContainText("Processed");
  await expect(page.getByRole("main")).toContainText("Provider’s reference");
  await expect(page.getByRole("button", { name: /^Copy id pay_/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm payment" })).toBeHidden();
  await expectAccessible(page);
});

test("a declined payment shows the provider's reason", async ({ page }) => {
  await fillIn(page, "declined@example.com");
  await create(page);
  await confirm(page);
  await expect(page.getByRole("main")).toContainText("Your card was declined.", { timeout: 30_000 });
  await expect(timeline(page)).toContainText("Failed");
});

test("a payment that is confirmed at once can be called off while the provider has not decided", async ({ page }) => {
  await fillIn(page, "slow@example.com");
  await page.getByRole("switch", { name: "Confirm at once" }).click();
  await create(page);
  await expect(timeline(page)).toContainText("Sent to the provider", { timeout: 30_000 });
  await expect(page.getByText("The sandbox is collecting the payment")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel payment" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel payment" }).click();
  await expect(timeline(page)).toContainText("Canceled", { timeout: 25_000 });
});

test("nothing runs off a phone's screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await fillIn(page, "slow@example.com");
  await page.getByRole("switch", { name: "Confirm at once" }).click();
  await create(page);
  await expect(timeline(page)).toContainText("Sent to the provider", { timeout: 30_000 });
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWide).toBe(false);
});
