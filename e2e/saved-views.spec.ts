import { randomBytes } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";

const LIST = "/aurora/refunds";
const freeName = (what: string) => `${what} ${randomBytes(4).toString("hex")}`;
const menuOf = (page: Page) => page.getByRole("button", { name: /^Views/ });

async function openMenu(page: Page): Promise<void> {
  await menuOf(page).click();
  await expect(page.getByRole("menuitem", { name: "All, without a view" })).toBeVisible();
  await expect(page.getByText("Loading…")).toBeHidden();
}

/** Saves what the list shows under a name; `audience` as the form calls it. */
async function save(page: Page, name: string, audience?: string): Promise<void> {
  await openMenu(page);
  await page.getByRole("menuitem", { name: /^Save as a/ }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  if (audience) {
    await page.getByRole("combobox", { name: "For" }).click();
    await page.getByRole("option", { name: audience }).click();
  }
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(menuOf(page)).toHaveAccessibleName(`Views: ${name}`);
  await expect(page).toHaveURL(/[?&]view=[0-9a-f-]{36}/);
}

test("somebody saves a view, opens the list with it, changes it, deletes it and takes that back", async ({ page }) => {
  await signInAs(page, "Company Access (owner)");
  const name = freeName("Failed");
  await page.goto(`${LIST}?status=FAILED&columns=id,status,amount`);
  await save(page, name);

  await openMenu(page);
  await expectAccessible(page);
  await page.getByRole("menuitemcheckbox", { name: "Open the list with it" }).click();
  await expect(page.getByText(`The list opens with “${name}” now`)).toBeVisible();

  await page.goto("/aurora");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Refunds" }).click();
  await expect(menuOf(page)).toHaveAccessibleName(`Views: ${name}`);
  await expect(page).toHaveURL(/status=FAILED&columns=id,status,amount&view=/);
  await expect(page.getByRole("navigation", { name: "Status" }).getByRole("link", { name: "Failed" })).toHaveAttribute(
    "aria-current",
    "true",
  );

  await page.getByRole("navigation", { name: "Status" }).getByRole("link", { name: "Succeeded" }).click();
  await expect(menuOf(page)).toHaveAccessibleName(`Views: ${name}, changed`);
  await openMenu(page);
  await page.getByRole("menuitem", { name: "Save changes" }).click();
  await expect(menuOf(page)).toHaveAccessibleName(`Views: ${name}`);

  await openMenu(page);
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page).toHaveURL(/\?view=all$/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page).toHaveURL(/status=SUCCEEDED.*view=/);
  await openMenu(page);
  await page.getByRole("menuitemcheckbox", { name: "Open the list with it" }).click();
  await expect(page.getByText("The list opens without a view now")).toBeVisible();
});

test("a view for everybody is there for a viewer, who can save own ones and share none", async ({ browser, page }) => {
  await signInAs(page, "Company Access (owner)");
  const name = freeName("Shared");
  await page.goto(`${LIST}?status=SUCCEEDED`);
  await save(page, name, "Everybody");

  const other = await (await browser.newContext()).newPage();
  await signInAs(other, "Viewer");
  await other.goto(LIST);
  await openMenu(other);
  await other.getByRole("menuitem", { name }).click();
  await expect(other).toHaveURL(/status=SUCCEEDED&view=/);
  await openMenu(other);
  await expect(other.getByRole("menuitem", { name: "Delete" })).toBeHidden();
  await other.getByRole("menuitem", { name: "Save as a new view…" }).click();
  await expect(other.getByLabel("Name", { exact: true })).toBeVisible();
  await expect(other.getByRole("combobox", { name: "For" })).toBeHidden();
  await expectAccessible(other);
});

test("the bell shows what is new, and each person chooses what counts", async ({ page }) => {
  await signInAs(page, "Company Access (owner)");
  await page.goto("/aurora/notices");
  await expect(page.getByRole("heading", { name: "Notices", level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Notices/ }).click();
  await expect(page.getByRole("link", { name: "All notices" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/me/notifications");
  const mail = page.getByRole("switch", { name: "The platform asks for a visit: by mail" });
  // A click on a page that React has not taken over yet is nobody's.
  await expect(async () => {
    await mail.click();
    await expect(mail).not.toBeChecked({ timeout: 2000 });
  }).toPass();
  await page.reload();
  await expect(mail).not.toBeChecked();
  await expectAccessible(page);
  await mail.click();
  await expect(mail).toBeChecked();
});
