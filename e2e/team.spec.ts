import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, replayAction, signInAs } from "./pages";

const TEAM = "/aurora/team";
const ROLES = "/aurora/roles";
const PASSWORD = "four words made up here";

const freeEmail = () => `nina-${randomUUID().slice(0, 8)}@example.com`;
const freeName = () => `Night desk ${randomUUID().slice(0, 8)}`;

/** Presses Tab until the named control has the focus. */
async function tabTo(
  page: Page,
  role: "textbox" | "checkbox" | "button" | "link",
  name: string | RegExp,
): Promise<void> {
  const target = page.getByRole(role, { name, exact: typeof name === "string" }).first();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${role} ${name}`);
}

/** Invites with one role; answers the link, which is shown once. */
async function invite(page: Page, email: string, role = "Viewer"): Promise<string> {
  await page.goto(`${TEAM}/invite`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("checkbox", { name: new RegExp(`^${role}`) }).click();
  await page.getByRole("button", { name: "Send invitation" }).click();
  const link = await page.getByLabel("Link of the invitation").inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page).toHaveURL(/team\/invitations/);
  return link;
}

/** Joins as somebody new. */
async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: /^Join / }).click();
  await expect(page).toHaveURL(/\/aurora$/);
}

const fitsItsWidth = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test.beforeEach(async ({ page }) => {
  await signInAs(page, "Company Access (owner)");
});

test("somebody new is invited and joins, by keyboard alone", async ({ page, browser }) => {
  const email = freeEmail();
  await page.goto(TEAM);
  await tabTo(page, "link", /Invite/);
  await page.keyboard.press("Enter");
  await tabTo(page, "textbox", "E-mail address");
  await page.keyboard.type(email);
  await tabTo(page, "checkbox", /^Viewer/);
  await page.keyboard.press("Space");
  await tabTo(page, "button", "Send invitation");
  await page.keyboard.press("Enter");
  const link = await page.getByLabel("Link of the invitation").inputValue();
  await tabTo(page, "button", "Done");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText("Open");

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Join Aurora Hotels");
  await tabTo(guest, "textbox", "Your name");
  await guest.keyboard.type("Nina New");
  await tabTo(guest, "textbox", "Password");
  await guest.keyboard.type(PASSWORD);
  await guest.keyboard.press("Enter");
  await expect(guest).toHaveURL(/\/aurora$/);
  await expect(guest.getByRole("link", { name: "Team" })).toBeVisible();

  await page.goto(`${TEAM}?name=nina`);
  await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText("Viewer");
  // The link has done its work.
  await guest.goto(link);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("This invitation was accepted already");
});

test("a link that was taken back, replaced or never sent says so", async ({ page, browser }) => {
  const email = freeEmail();
  const first = await invite(page, email);
  await page.getByRole("button", { name: `Send again to ${email}` }).click();
  const second = await page.getByLabel("Link of the invitation").inputValue();
  expect(second).not.toBe(first);
  await page.getByRole("button", { name: "Done" }).click();
  const guest = await (await browser.newContext()).newPage();
  const heading = guest.getByRole("heading", { level: 1 });
  await guest.goto(first);
  await expect(heading).toHaveText("This link leads to no invitation");
  await guest.goto(second);
  await expect(heading).toHaveText("Join Aurora Hotels");
  await expectAccessible(guest);
  await page.getByRole("button", { name: `Revoke the invitation of ${email}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke invitation" }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await guest.goto(second);
  await expect(heading).toHaveText("This invitation was taken back");
  await expectAccessible(guest);
});

test("whoever is signed in with another address is told so", async ({ page }) => {
  const email = freeEmail();
  await page.goto(await invite(page, email));
  await expect(page.getByRole("main")).toContainText(`Only ${email} can accept it`);
});

test("roles and accounts are changed, the history tells it, and what was taken is refused at once", async ({
  page,
  browser,
}) => {
  const email = freeEmail();
  const guest = await (await browser.newContext()).newPage();
  await join(guest, await invite(page, email), "Nora Night");
  await page.goto(`${TEAM}?email=${email}`);
  await page.getByRole("link", { name: "Nora Night" }).click();
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("checkbox", { name: /^Finance/ }).click();
  await page.getByRole("button", { name: "Save roles" }).click();
  await expect(page.getByText("The roles of Nora Night were saved")).toBeVisible();
  await page.getByRole("radio", { name: /Chosen accounts/ }).click();
  await page.getByLabel("Search accounts").fill("portugal");
  await page.getByRole("checkbox", { name: /^Portugal/ }).click();
  await page.getByRole("button", { name: "Save accounts" }).click();
  await expect(page.getByText("The accounts of Nora Night were saved")).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Nora Night" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("Portugal and all below it");
  await expect(page.getByRole("list", { name: "History" })).toContainText("Role “Finance” given");
  await guest.goto("/aurora/accounts");
  await expect(guest.getByRole("link", { name: "Portugal" })).toBeVisible();
  await expect(guest.getByRole("link", { name: "Nordics" })).toHaveCount(0);
  // To a restricted person colleagues have no addresses.
  await guest.goto(TEAM);
  await expect(guest.getByRole("table")).not.toContainText("@aurora-hotels.example");

  await page.getByRole("button", { name: "Deactivate" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate member" }).click();
  await expect(page.getByText("Nora Night was deactivated")).toBeVisible();
  expect((await guest.goto("/aurora/accounts"))?.ok()).toBe(false);
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("Nora Night is back")).toBeVisible();
  expect((await guest.goto("/aurora/accounts"))?.ok()).toBe(true);
});

test("the last owner stays: the refusal says why", async ({ page }) => {
  await page.goto(`${TEAM}?name=olivia`);
  await page.getByRole("link", { name: "Olivia Marques" }).click();
  await page.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("This is the last owner");
});

test("a role is copied, given, refused while in use, and deleted", async ({ page }) => {
  const name = freeName();
  await page.goto(ROLES);
  await page.getByRole("link", { name: "Viewer", exact: true }).first().click();
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await page.getByRole("link", { name: "Copy" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("checkbox", { name: "Refund payments" }).click();
  await page.getByRole("button", { name: "Create role" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  const address = page.url();
  await invite(page, freeEmail(), name);
  await page.goto(address);
  await page.getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Delete role" }).click();
  await expect(dialog).toContainText("an open invitation");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.goto(`${TEAM}/invitations?role=${address.split("/").at(-1)}`);
  await page.getByRole("button", { name: /^Revoke/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke invitation" }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await page.goto(address);
  await page.getByRole("button", { name: "Delete" }).click();
  await dialog.getByRole("button", { name: "Delete role" }).click();
  await expect(page).toHaveURL(/\/roles$/);
  await expect(page.getByRole("main")).not.toContainText(name);
});

test("an administrator can give all roles but that of owners, and change everybody but owners", async ({ page }) => {
  await signInAs(page, "User Admin");
  await page.goto(`${TEAM}/invite`);
  await expect(page.getByRole("checkbox", { name: "Company Access" })).toBeDisabled();
  await expect(page.getByRole("checkbox", { name: "User Admin" })).toBeEnabled();
  await page.goto(`${TEAM}?name=olivia`);
  await page.getByRole("link", { name: "Olivia Marques" }).click();
  await expect(page.getByRole("main")).toContainText("holds more than you do");
  await expect(page.getByRole("button", { name: "Deactivate" })).toHaveCount(0);
});

test("a viewer sees team and roles, and is refused what changes them: by page, action and API", async ({
  page,
  browser,
}) => {
  const viewer = await (await browser.newContext()).newPage();
  await signInAs(viewer, "Viewer");
  await viewer.goto(TEAM);
  await expect(viewer.getByRole("link", { name: "Olivia Marques" })).toBeVisible();
  await expect(viewer.getByRole("link", { name: "Invite", exact: true })).toHaveCount(0);
  for (const [address, permission] of [
    [`${TEAM}/invite`, "members:write"],
    [`${ROLES}/new`, "roles:write"],
  ] as const) {
    await viewer.goto(address);
    await expect(viewer.getByRole("main")).toContainText(permission);
  }
  await page.goto(`${TEAM}/invite`);
  await page.getByLabel("E-mail address").fill(freeEmail());
  await page.getByRole("checkbox", { name: /^Viewer/ }).click();
  const answer = await replayAction(page, () => page.getByRole("button", { name: "Send invitation" }).click(), viewer);
  expect(answer).toContain("Insufficient permissions");
});

test("the pages have no accessibility violation, and fit a phone", async ({ page }) => {
  test.slow();
  await page.goto(`${TEAM}?name=adam`);
  const member = await page.getByRole("link", { name: "Adam Novak" }).getAttribute("href");
  await page.goto(ROLES);
  const role = await page.getByRole("link", { name: "Finance", exact: true }).first().getAttribute("href");
  const pages = [TEAM, `${TEAM}/invitations`, `${TEAM}/invite`, member, `${member}/edit`, ROLES, `${ROLES}/new`, role];
  for (const address of pages) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(address ?? "");
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    expect(await fitsItsWidth(page), String(address)).toBe(true);
  }
});
