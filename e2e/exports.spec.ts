import { createHash } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";

const OWNER = "Company Access (owner)";
const VIEWER = "Viewer";

/** Clicks what downloads, and answers the file's name and bytes. */
async function download(page: Page, click: () => Promise<void>) {
  const downloading = page.waitForEvent("download");
  await click();
  const file = await downloading;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

const dialogOf = (page: Page) => page.getByRole("dialog", { name: /^Export: / });

test("an owner exports what a list holds, sees it done, downloads it, and finds it on the page of exports", async ({
  page,
}) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora/payment-intents?status=FAILED&columns=reference,amount,customer_email");
  const shown = await page.getByRole("row").count();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByText(/rows?$/).first()).toBeVisible();
  await expect(dialog.getByText("As shown (3)")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  await expect(dialog.getByText(/^Ready: /)).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  const hash = await dialog.locator("code").textContent();
  const { name, bytes } = await download(page, () => dialog.getByRole("link", { name: "Download" }).click());
  expect(name).toMatch(/^payment_intents-\d{4}-\d\d-\d\d\.csv$/);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
  const [head, ...lines] = bytes.toString().trimEnd().split("\r\n");
  expect(head).toBe("Reference,Amount,Amount: currency,Customer");
  expect(lines.length).toBeGreaterThanOrEqual(Math.max(shown - 1, 1));
  expect(lines.join()).toContain("@");

  await page.goto("/aurora/exports");
  const row = page.getByRole("row").nth(1);
  await expect(row).toContainText("Payment intents");
  await expect(row).toContainText("status: FAILED");
  await expect(row).toContainText("Ready");
  await expectAccessible(page);
  const again = await download(page, () => row.getByRole("link", { name: "Download" }).click());
  expect(again.bytes.equals(bytes)).toBe(true);
  await row.getByRole("link", { name: "Payment intents" }).click();
  await expect(page).toHaveURL(/status=FAILED.*columns=reference,amount,customer_email/);
});

test("a viewer's file has what is personal masked, and the dialog says so", async ({ page }) => {
  await signInAs(page, VIEWER);
  await page.goto("/aurora/payment-intents");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByText(/are masked: you see them so in the list too/)).toBeVisible();
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  await expect(dialog.getByText(/^Ready: /)).toBeVisible({ timeout: 20_000 });
  const { bytes } = await download(page, () => dialog.getByRole("link", { name: "Download" }).click());
  const customers = bytes.toString().match(/[^,\r\n]+@[^,\r\n]+/g) ?? [];
  expect(customers.length).toBeGreaterThan(0);
  for (const customer of customers) expect(customer).toContain("•••");
});
