import { expect, type Page, test } from "@playwright/test";
import { codeOf } from "@/lib/testing/authenticator";
import { expectAccessible, signInAs } from "./pages";
import { personNamed, tokenOf } from "./people";

// All sessions of this person end on the way: no other tests sign in as her.
const sigrid = personNamed("Sigrid Moen");

async function typeAndSubmit(page: Page, texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    if (index > 0) await page.keyboard.press("Tab");
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Enter");
}

/** Opens a dialog, as soon as the page's scripts are there. */
async function openDialog(page: Page, button: string): Promise<void> {
  await expect(async () => {
    await page.getByRole("button", { name: button }).click({ timeout: 1000 });
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 1000 });
  }).toPass();
}

test.describe.configure({ mode: "serial" });

test("a person sets up two steps, signs in with them by keyboard alone, and switches them off", async ({
  page,
  context,
}) => {
  await tokenOf(page.request, sigrid);
  await page.goto("/me/security");
  await expectAccessible(page);
  await openDialog(page, "Set up two-step sign-in");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("The password is wrong").first()).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(sigrid.password);
  await page.getByRole("button", { name: "Continue" }).click();
  const key = page.locator("code").filter({ hasText: /^[A-Z2-7 ]{30,}$/ });
  await expect(key).toBeVisible();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expectAccessible(page);
  const secret = (await key.textContent()) ?? "";
  await page.getByLabel("Code", { exact: true }).fill(await codeOf(secret));
  await page.getByRole("button", { name: "Switch on" }).click();
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await expectAccessible(page);
  const [recovery = ""] = await codes.allTextContents();
  await expect(page.getByRole("button", { name: "Done" })).toBeDisabled();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();

  await context.clearCookies();
  await page.goto("/sign-in?next=/me/security");
  await page.getByLabel("E-mail").focus();
  await typeAndSubmit(page, [sigrid.email, sigrid.password]);
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  await typeAndSubmit(page, ["000 000"]);
  await expect(page.getByRole("alert").filter({ hasText: "The code is wrong" })).toBeVisible();
  // Without the code there is no session, whatever the browser holds.
  expect(await tokenOf(page.request, sigrid)).toBeUndefined();
  await page.goto("/sign-in?step=code&next=/me/security");
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  await typeAndSubmit(page, [await codeOf(secret, 1)]);
  await expect(page).toHaveURL(/\/me\/security$/);

  await openDialog(page, "Switch off");
  await page.getByLabel("Password", { exact: true }).fill(sigrid.password);
  await page.getByLabel("Code", { exact: true }).fill(recovery);
  await page.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByRole("button", { name: "Set up two-step sign-in" })).toBeVisible();
});

test("a forgotten password is replaced by a link in the mail, which the demo keeps in the outbox", async ({
  page,
  browser,
}) => {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill(sigrid.email.toUpperCase());
  await page.keyboard.press("Enter");
  await expect(page.getByText("If there is an account with this address")).toBeVisible();

  const admin = await (await browser.newContext()).newPage();
  await signInAs(admin, "Platform admin");
  const mail = admin.getByRole("link", { name: "Choose a new password for Bulkhead" }).first();
  await expect(async () => {
    await admin.goto(`/admin/mail?search=${encodeURIComponent(sigrid.email)}&status=kept`);
    await expect(mail).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expectAccessible(admin);
  await mail.click();
  const link = admin.getByRole("link", { name: /\/reset-password\?token=/ });
  await expect(link).toBeVisible();
  await expectAccessible(admin);
  const href = (await link.getAttribute("href")) ?? "";
  await admin.getByRole("tab", { name: "As shown" }).click();
  await expect(admin.frameLocator("iframe").getByRole("heading", { name: "Choose a new password" })).toBeVisible();

  await page.goto(href);
  await expect(page.getByText(sigrid.email)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("New password").fill("Password2026!!");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText(/too common or too simple/).first()).toBeVisible();
  // The demo's own, so that the other tests go on as they were.
  await page.getByLabel("New password").fill(sigrid.password);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Your password was changed")).toBeVisible();
  await page.goto(href);
  await expect(page.getByText("This link serves no more")).toBeVisible();
  await expectAccessible(page);
  expect(await tokenOf(page.request, sigrid)).toBeTruthy();
});

test("the outbox is the platform's: for others it does not exist", async ({ page }) => {
  await tokenOf(page.request, sigrid);
  await page.goto("/admin/mail");
  await expect(page.getByRole("main")).toContainText(/not/i);
  await expect(page.getByRole("link", { name: /Choose a new password/ })).toHaveCount(0);
});
