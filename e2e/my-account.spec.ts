import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { DEMO_SIGN_INS } from "@/prisma/seed/demo-sign-ins";
import { expectAccessible, replayAction, signInAs } from "./pages";
import { SESSION_COOKIE, tokenOf } from "./people";

// One person, whom no other test uses, since somebody who signs out everywhere is signed out in other tests too.
test.describe.configure({ mode: "serial" });
const tomas = DEMO_SIGN_INS.find(({ email }) => email.startsWith("tomas@"));
if (!tomas) throw new Error("The demo has no Tomas");
const { email, password } = tomas;

async function signIn(page: Page): Promise<string> {
  const token = await tokenOf(page.request, { email, password });
  expect(token).toBeTruthy();
  return token ?? "";
}

/** The same person in another browser. */
async function otherBrowser(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Firefox/143.0" });
  const page = await context.newPage();
  await signIn(page);
  return { context, page };
}

const isSignedIn = async (page: Page): Promise<boolean> => {
  await page.goto("/me/profile");
  return !page.url().includes("/sign-in");
};

test.beforeEach(({ page }) => signIn(page));

test("the menu of the person leads to the account, whose tabs work by keyboard", async ({ page }) => {
  await page.goto("/boreal");
  await page.getByRole("button", { name: /Signed in as/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "My account" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/me\/profile$/);
  for (const name of ["Security", "Sessions"]) {
    await page.getByRole("link", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "page");
  }
});

test("time zone, dates and clock change all times on pages, and the zone is named", async ({ page }) => {
  await page.goto("/me/profile");
  await page.getByLabel("Time zone").click();
  await page.getByPlaceholder("Type to search").fill("lisbon");
  await page.getByRole("option", { name: /Europe\/Lisbon/ }).click();
  await page.getByLabel("Dates").click();
  await page.getByRole("option", { name: /YYYY-MM-DD/ }).click();
  await page.getByLabel("Clock").click();
  await page.getByRole("option", { name: /12 hours/ }).click();
  await expect(
    page.getByText(/^All times on pages look like \d{4}-\d\d-\d\d \d{1,2}:\d\d [AP]M Europe\/Lisbon$/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your profile was saved")).toBeVisible();
  await page.goto("/me/sessions");
  await expect(page.getByText(/Signed in \d{4}-\d\d-\d\d \d{1,2}:\d\d [AP]M Europe\/Lisbon/).first()).toBeVisible();
  await page.goto("/boreal/payment-intents");
  await expect(page.locator("time").first()).toHaveText(/^\d{4}-\d\d-\d\d \d{1,2}:\d\d [AP]M$/);
  await page.request.patch("/api/v1/profile", {
    headers: { authorization: `Bearer ${await signIn(page)}` },
    data: { time_zone: "UTC", date_format: "D MMM YYYY", clock: "24h" },
  });
});

test("a name that is missing and a picture that is none are refused by their fields", async ({ page }) => {
  await page.goto("/me/profile");
  await page.getByLabel("Full name").fill(" ");
  await page.getByLabel("Picture").fill("https://127.0.0.1:1/a.png");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Full name")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Full name").fill(tomas.fullName);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Picture")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Picture")).toHaveValue("https://127.0.0.1:1/a.png");
});

test("a session is ended from another browser, which is then asked to sign in", async ({ page, browser }) => {
  const other = await otherBrowser(browser);
  expect(await isSignedIn(other.page)).toBe(true);
  await page.goto("/me/sessions");
  await expect(page.getByText("This session")).toBeVisible();
  await page.getByRole("button", { name: "End Firefox on Linux" }).first().click();
  await expect(page.getByText("The session of Firefox on Linux was ended")).toBeVisible();
  await expect(page.getByRole("button", { name: "End Firefox on Linux" })).toHaveCount(0);
  expect(await isSignedIn(other.page)).toBe(false);
  expect(await isSignedIn(page)).toBe(true);
  await other.context.close();
});

test("all others end, and this browser goes on", async ({ page, browser }) => {
  const other = await otherBrowser(browser);
  await page.goto("/me/sessions");
  await page.getByRole("button", { name: "End all others" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End all others" }).click();
  await expect(page.getByText(/sessions? (was|were) ended/)).toBeVisible();
  await expect(page.getByRole("button", { name: "End all others" })).toHaveCount(0);
  expect(await isSignedIn(other.page)).toBe(false);
  expect(await isSignedIn(page)).toBe(true);
  await other.context.close();
});

test("signing out everywhere ends this browser too, and a copied cookie with it", async ({
  page,
  playwright,
  baseURL,
}) => {
  const cookie = (await page.context().cookies()).find(({ name }) => name === SESSION_COOKIE);
  await page.goto("/me/sessions");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  const thief = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { cookie: `${SESSION_COOKIE}=${cookie?.value}` },
  });
  expect((await thief.get("/me/sessions", { maxRedirects: 0 })).headers().location).toMatch(/^\/sign-in/);
});

test("nobody ends a session of somebody else by sending the same request", async ({ page, browser }) => {
  const other = await otherBrowser(browser);
  await page.goto("/me/sessions");
  const context = await browser.newContext();
  const stranger = await context.newPage();
  await signInAs(stranger, "Viewer");
  const send = () => page.getByRole("button", { name: "End Firefox on Linux" }).first().click();
  expect(await replayAction(page, send, stranger)).toContain("Session not found");
  expect(await isSignedIn(other.page)).toBe(true);
  await Promise.all([other.context.close(), context.close()]);
});

test("the platform's staff have their account without a tenant", async ({ page }) => {
  await signInAs(page, "Platform admin");
  await page.goto("/me/sessions");
  await expect(page.getByText("This session")).toBeVisible();
  await expect(page.getByRole("link", { name: "Platform admin" })).toBeVisible();
});

for (const tab of ["profile", "security", "sessions"]) {
  test(`${tab} has no accessibility violation, wide and on a phone`, async ({ page }) => {
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/me/${tab}`);
      await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}
