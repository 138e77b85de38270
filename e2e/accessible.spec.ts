import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";

// Every page, and every menu and dialog that a page has, light and dark. Whatever opens says so by `aria-haspopup`.

/** Pages by who opens them; of a list, the page of its first record too. */
const PAGES: readonly { role: string; lists: readonly string[]; others: readonly string[] }[] = [
  {
    role: "Company Access (owner)",
    lists: [
      "/aurora/payment-intents",
      "/aurora/refunds",
      "/aurora/accounts",
      "/aurora/documents",
      "/aurora/audit-logs",
      "/aurora/team",
      "/aurora/roles",
      "/aurora/api-keys",
      "/aurora/webhooks",
    ],
    others: [
      "/aurora",
      "/aurora/payment-intents/new",
      "/aurora/approvals",
      "/aurora/requests",
      "/aurora/accounts/new",
      "/aurora/accounts/tree",
      "/aurora/team/invite",
      "/aurora/team/invitations",
      "/aurora/roles/new",
      "/aurora/api-keys/new",
      "/aurora/webhooks/new",
      "/aurora/webhooks/deliveries",
      "/aurora/settings",
      "/aurora/settings/payments",
      "/aurora/settings/security",
      "/aurora/settings/data",
      "/aurora/settings/history",
      "/me/profile",
      "/me/security",
      "/me/sessions",
    ],
  },
  {
    role: "Platform admin",
    lists: ["/admin/tenants", "/admin/users", "/admin/templates", "/admin/audit-logs"],
    others: ["/admin", "/admin/search", "/admin/visits", "/admin/mail", "/admin/system"],
  },
];

/** What opens menus and dialogs on the page, besides those that all pages share. */
const openers = (page: Page) =>
  page.locator("main").getByRole("button").and(page.locator("[aria-haspopup]:not([disabled])"));
const overlay = (page: Page) =>
  page.locator('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]').filter({ visible: true });

/** The tools that all lists have alike: they are looked at on the first list of a run, and not on each. */
const LIST_TOOLS = new Set(["Filter", "Views", "Export", "Columns"]);
const seenTools = new Set<string>();

/** Opens one after the other, looks, and closes it again by the keyboard. */
async function checkOverlays(page: Page, buttons: Locator): Promise<void> {
  const count = await buttons.count();
  for (let index = 0; index < count; index += 1) {
    const button = buttons.nth(index);
    if (!(await button.isVisible())) continue;
    const tool = (await button.textContent())?.trim() ?? "";
    if (seenTools.has(tool)) continue;
    if (LIST_TOOLS.has(tool)) seenTools.add(tool);
    await button.click();
    const opened = overlay(page).first();
    await expect(opened).toBeVisible();
    await expectAccessible(page, `[role="${await opened.getAttribute("role")}"]`);
    // A menu within a dialog takes an escape for itself.
    await expect(async () => {
      await page.keyboard.press("Escape");
      await expect(overlay(page)).toHaveCount(0, { timeout: 1000 });
    }).toPass();
  }
}

async function check(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
  await page.waitForLoadState("networkidle");
  await expectAccessible(page);
  await checkOverlays(page, openers(page));
}

for (const { role, lists, others } of PAGES)
  test.describe(role, () => {
    test.beforeEach(({ page }) => signInAs(page, role));

    for (const path of [...lists, ...others])
      test(`${path} and what opens on it is accessible, light and dark`, async ({ page }) => {
        test.setTimeout(240_000);
        await check(page, path);
      });

    for (const path of lists)
      test(`the first record of ${path} and what opens on it is accessible, light and dark`, async ({ page }) => {
        test.setTimeout(240_000);
        await page.goto(path);
        const first = page
          .locator(path.endsWith("/roles") ? `main li a[href^="${path}/"]` : "main [data-row-link]")
          .first();
        const href = await first.getAttribute("href", { timeout: 20_000 });
        if (!href) throw new Error(`${path} shows no record`);
        await check(page, href);
      });
  });

test("the shared parts of all pages are accessible when open, light and dark", async ({ page }) => {
  test.setTimeout(240_000);
  await signInAs(page, "Company Access (owner)");
  await page.goto("/aurora/accounts");
  await page.waitForLoadState("networkidle");
  await checkOverlays(page, page.getByRole("banner").getByRole("button").and(page.locator("[aria-haspopup]")));
  await page.setViewportSize({ width: 360, height: 780 });
  await checkOverlays(page, page.getByRole("button", { name: "Open navigation" }));
});
