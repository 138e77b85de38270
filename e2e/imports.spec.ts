import { randomBytes } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";

const OWNER = "Company Access (owner)";
const VIEWER = "Viewer";
const LIST = "/aurora/imports";

/** A table of bookings that no other test has: two good lines, and one whose rate is no number. */
function bookings(): { name: string; mimeType: string; buffer: Buffer } {
  const mark = randomBytes(4).toString("hex");
  const text = [
    `Property;Rate;Nights ${mark};Booking status;Booking date;Booking no`,
    `Hotel ${mark};120,50;2;Check-Out;31.1.2026;${mark}-1`,
    `Hotel ${mark};80,00;1;No-Show;1.2.2026;${mark}-2`,
    `Hotel ${mark};unknown;1;Check-Out;1.2.2026;${mark}-3`,
    "",
  ].join("\n");
  return { name: `${mark}.csv`, mimeType: "text/csv", buffer: Buffer.from(text) };
}

async function upload(page: Page, file = bookings()): Promise<void> {
  await page.goto(`${LIST}/new`);
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Upload and continue" }).click();
  await expect(page.getByRole("heading", { name: file.name, level: 1 })).toBeVisible();
}

test.describe("an owner", () => {
  test.beforeEach(({ page }) => signInAs(page, OWNER));

  test("uploads a table, sees what it would become, checks it, imports it and takes it back", async ({ page }) => {
    const file = bookings();
    await upload(page, file);
    const preview = page.getByRole("table").filter({ hasText: "Metadata" });
    await expect(preview.getByText("€241.00")).toBeVisible();
    await expect(preview.getByText("Would be refused.")).toBeVisible();
    await expectAccessible(page);

    await page.getByRole("button", { name: "Check the whole file" }).click();
    await expect(page.getByText("What an import would bring")).toBeVisible({ timeout: 30_000 });
    await expect(
      page.getByRole("region", { name: "Refused lines" }).getByText('"unknown" is not a number'),
    ).toBeVisible();
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download all" }).click();
    expect((await downloading).suggestedFilename()).toBe(file.name.replace(".csv", ".refused.csv"));

    await page.getByRole("button", { name: "Import", exact: true }).click();
    await expect(page.getByText("Imported").first()).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    await page.getByRole("link", { name: "Show payment intents" }).click();
    await expect(page.getByRole("row")).toHaveCount(3);
    await page.goBack();

    await page.getByRole("button", { name: "Undo import" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Undo import" }).click();
    await expect(page.getByText("Taken back")).toBeVisible({ timeout: 30_000 });
    await page.goto(LIST);
    await expect(page.getByRole("row").filter({ hasText: file.name }).getByText("Undone")).toBeVisible();
    await expectAccessible(page);
  });

  test("is told which file is no table, and may choose another", async ({ page }) => {
    await page.goto(`${LIST}/new`);
    await page
      .getByLabel("File", { exact: true })
      .setInputFiles({ name: "empty.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n") });
    await page.getByRole("button", { name: "Upload and continue" }).click();
    await expect(page.getByRole("alert").getByText("Has no line below its header")).toBeVisible();
    await expectAccessible(page);
  });
});

test("a viewer finds no way to import", async ({ page }) => {
  await signInAs(page, VIEWER);
  await page.goto("/aurora");
  await expect(page.getByRole("link", { name: "Imports" })).toHaveCount(0);
  await page.goto(LIST);
  await expect(page.getByText("Import payment intents from files").first()).toBeVisible();
});

test("a mapping gets a name, is offered to the next file of its columns, changed, renamed, deleted and brought back", async ({
  page,
}) => {
  await signInAs(page, OWNER);
  const mark = randomBytes(4).toString("hex");
  const fileOf = (n: number) => ({
    name: `${mark}-${n}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(`Hotel ${mark};Rate;Currency\nHotel A;120,50;EUR\nHotel B;8${n},00;EUR\n`),
  });
  await upload(page, fileOf(1));
  await page.getByRole("button", { name: "Keep under a name" }).click();
  const dialog = page.getByRole("dialog", { name: "Keep this mapping" });
  await dialog.getByLabel("Name").fill(`PMS ${mark}`);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(dialog).toBeHidden();
  const picker = page.getByRole("combobox", { name: "Named mapping" });
  await expect(picker).toContainText(`PMS ${mark} (same columns)`);

  await upload(page, fileOf(2));
  await expect(picker).toContainText(`PMS ${mark} (same columns)`);
  await page.getByText("How the file is written").click();
  await page.getByLabel("Source", { exact: true }).fill(`source ${mark}`);
  await page.getByRole("button", { name: `Save to “PMS ${mark}”` }).click();
  await expect(page.getByText(`“PMS ${mark}” is saved`)).toBeVisible();
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  const rename = page.getByRole("dialog", { name: "Rename the mapping" });
  await rename.getByLabel("Name").fill(`Monthly ${mark}`);
  await rename.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(picker).toContainText(`Monthly ${mark} (same columns)`);

  await upload(page, fileOf(3));
  await page.getByText("How the file is written").click();
  await expect(page.getByLabel("Source", { exact: true })).toHaveValue(`source ${mark}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText(`“Monthly ${mark}” is deleted`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Rename", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText(`“Monthly ${mark}” is back`)).toBeVisible();
  await expect(picker).toContainText(`Monthly ${mark} (same columns)`);
});
