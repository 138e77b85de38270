import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";

const ADMIN = "Platform admin";
const PASSWORD = "four words made up here";

const fitsItsWidth = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Fills the form of a new tenant and sends it; its own page opens. */
async function makeTenant(page: Page, name: string, ownerEmail: string): Promise<void> {
  await page.goto("/admin/tenants/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  // The other one demands a second factor of everybody.
  await page.getByLabel("Template").click();
  await page.getByRole("option", { name: /^Hospitality/ }).click();
  await page.getByLabel("First owner’s e-mail").fill(ownerEmail);
  await page.getByLabel("First owner’s name").fill("Nora North");
  await page.getByLabel("Reason").fill("Contract 4711");
  await page.getByRole("button", { name: "Create tenant" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible({ timeout: 30_000 });
}

/** The link in the newest mail to an address, read in the demo's outbox. */
async function linkTo(page: Page, email: string): Promise<string> {
  await expect(async () => {
    await page.goto(`/admin/mail?search=${encodeURIComponent(email)}&status=kept`);
    await expect(page.getByRole("link", { name: /invites you to/ }).first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page
    .getByRole("link", { name: /invites you to/ })
    .first()
    .click();
  const link = page.getByRole("link", { name: /\/invitation\?token=/ });
  return (await link.getAttribute("href")) ?? "";
}

test.beforeEach(({ page }) => signInAs(page, ADMIN));

test("a tenant is made in one form, and its first owner comes in by the mail", async ({ page, browser }) => {
  const id = randomUUID().slice(0, 8);
  const name = `Nörd Lodges ${id}`;
  const email = `nora-${id}@example.com`;
  await page.goto("/admin/tenants/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  // The slug follows the name.
  await expect(page.getByLabel("Slug")).toHaveValue(`nord-lodges-${id}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create tenant" }).click();
  await expect(page.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");

  await makeTenant(page, name, email);
  await expect(page.getByText("Nobody owns this tenant yet.")).toBeVisible();
  await expect(page.getByText("Nora North")).toBeVisible();
  await expectAccessible(page);
  const address = page.url();

  const owner = await (await browser.newContext()).newPage();
  await owner.goto(await linkTo(page, email));
  await expect(owner.getByLabel("Your name")).toHaveValue("Nora North");
  await owner.getByLabel("Password").fill(PASSWORD);
  await owner.getByRole("button", { name: `Join ${name}` }).click();
  await expect(owner).toHaveURL(new RegExp(`/nord-lodges-${id}$`));

  await page.goto(address);
  await expect(page.getByText("Nobody owns this tenant yet.")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Nora North" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Invite/ })).toHaveCount(0);
});

test("a tenant is found in the list, opened, and changed with a reason that it reads itself", async ({ page }) => {
  const id = randomUUID().slice(0, 8);
  const name = `Changed Lodges ${id}`;
  await makeTenant(page, name, `owner-${id}@example.com`);
  await page.goto(`/admin/tenants?name=${id}`);
  await expect(page.getByRole("row")).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();

  await page.getByRole("button", { name: `Edit ${name}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Domain").fill("changed.example");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Reason").fill("Asked by phone");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("changed.example").first()).toBeVisible();
});

test("the staff write notes about a tenant, change their own, and delete them", async ({ page }) => {
  const id = randomUUID().slice(0, 8);
  await makeTenant(page, `Noted Lodges ${id}`, `owner-${id}@example.com`);
  await page.getByRole("link", { name: "Notes", exact: true }).click();
  await expect(page.getByText("No notes yet")).toBeVisible();
  await page.getByLabel("New note").fill("Prefers calls in the morning");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByText("Prefers calls in the morning")).toBeVisible();
  await expect(page.getByLabel("New note")).toHaveValue("");
  await page.getByRole("button", { name: "Edit note" }).click();
  await page.getByRole("dialog").getByLabel("Note").fill("Prefers calls in the evening");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("Prefers calls in the evening")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete note" }).first().click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete note" }).click();
  await expect(page.getByText("No notes yet")).toBeVisible();
});

test("the pages of tenants fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("/admin/tenants?name=aurora");
  await expect(page.getByRole("link", { name: /Aurora/ }).first()).toBeVisible();
  expect(await fitsItsWidth(page)).toBe(true);
  await page
    .getByRole("link", { name: /Aurora/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Owners" })).toBeVisible();
  expect(await fitsItsWidth(page)).toBe(true);
  await expectAccessible(page);
  for (const path of ["/admin/tenants/new", `${new URL(page.url()).pathname}/notes`]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await fitsItsWidth(page)).toBe(true);
  }
});
