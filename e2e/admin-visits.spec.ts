import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";
import { SESSION_COOKIE } from "./people";

// In tenants of their own, so that these visits meet nobody else's tests.

interface NewTenant {
  id: string;
  slug: string;
  name: string;
}

/** A browser in which somebody is signed in. */
async function browserOf(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, role);
  return page;
}

async function makeTenant(page: Page, owner: { owner_email?: string; owner_name?: string } = {}): Promise<NewTenant> {
  const token = (await page.context().cookies()).find(({ name }) => name === SESSION_COOKIE)?.value;
  const slug = `visit-${Math.random().toString(36).slice(2, 10)}`;
  const answer = await page.request.post("/api/v1/admin/tenant", {
    headers: { authorization: `Bearer ${token}` },
    data: { slug, name: `Visited ${slug}`, template: "Hospitality", reason: "For a test", ...owner },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

const banner = (page: Page) => page.getByRole("complementary", { name: "Visit", exact: true });

async function give(page: Page, button: string, reason: string): Promise<void> {
  await page.getByRole("button", { name: button }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: button }).click();
  await expect(dialog).toBeHidden();
}

test("a platform admin steps in, reads, writes once another one agrees, and leaves", async ({ page, browser }) => {
  await signInAs(page, "Platform admin");
  const tenant = await makeTenant(page);
  await page.goto(`/${tenant.slug}`);
  await expect(page.getByText("Nothing is here")).toBeVisible();

  await page.goto(`/admin/tenants/${tenant.id}/visits`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Step in" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Step in" }).click();
  await expect(page.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Reason").fill("Ticket 4711");
  await page.getByRole("dialog").getByRole("button", { name: "Step in" }).click();

  await expect(banner(page)).toContainText("Petra Admin of the platform is visiting");
  await expect(banner(page)).toContainText("Only reading");
  await expect(banner(page)).toContainText("Ticket 4711");
  await expect(banner(page)).toContainText(/\d+ min left/);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Accounts", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Accounts", level: 1 })).toBeVisible();
  await expect(banner(page)).toBeVisible();
  await expect(page.getByRole("link", { name: "New account" })).toHaveCount(0);

  await give(page, "Ask to write", "The currency is wrong");
  await expect(banner(page)).toContainText("waiting for another platform admin");

  const second = await browserOf(browser, "Second platform admin");
  await second.goto("/admin/visits");
  const row = second.getByRole("listitem").filter({ hasText: tenant.name });
  await expect(row).toContainText("The currency is wrong");
  await expectAccessible(second);
  await row.getByRole("button", { name: "Agree to writing" }).click();
  await second.getByLabel("Reason").fill("Seen it too");
  await second.getByRole("dialog").getByRole("button", { name: "Agree to writing" }).click();
  await expect(row).toContainText("Quentin Admin agreed");

  // The page of the visitor learns of it by itself.
  await expect(banner(page)).toContainText("Writing", { timeout: 30_000 });
  await page.goto(`/${tenant.slug}/accounts/new`);
  await page.getByLabel("Name", { exact: true }).fill("Made on a visit");
  await page.getByRole("combobox", { name: "Currency", exact: true }).click();
  await page.keyboard.type("EUR");
  await page.getByRole("option", { name: "EUR – Euro" }).first().click();
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Made on a visit" })).toBeVisible();

  await page.goto(`/${tenant.slug}/audit-logs`);
  await expect(page.getByRole("row", { name: /Petra Admin/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "End visit" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End visit" }).click();
  await expect(page).toHaveURL(/\/admin\/visits/);
  await page.goto(`/${tenant.slug}`);
  await expect(page.getByText("Nothing is here")).toBeVisible();
});

/** The owner of a tenant, who came in by the invitation that the demo keeps in its outbox. */
async function ownerOf(tenant: NewTenant, email: string, admin: Page, browser: Browser): Promise<Page> {
  const invitation = admin.getByRole("link", { name: /invites you to/ }).first();
  await expect(async () => {
    await admin.goto(`/admin/mail?search=${encodeURIComponent(email)}&status=kept`);
    await expect(invitation).toBeVisible({ timeout: 1000 });
  }).toPass();
  await invitation.click();
  const link = await admin.getByRole("link", { name: /\/invitation\?token=/ }).getAttribute("href");
  const page = await (await browser.newContext()).newPage();
  await page.goto(link ?? "");
  await page.getByLabel("Password").fill("four words made up here");
  await page.getByRole("button", { name: `Join ${tenant.name}` }).click();
  await expect(page).toHaveURL(new RegExp(`/${tenant.slug}$`));
  return page;
}

test("a tenant that wants to be asked answers on its own pages, and can end a visit", async ({ page, browser }) => {
  await signInAs(page, "Second platform admin");
  const email = `olga-${Math.random().toString(36).slice(2, 10)}@example.com`;
  const tenant = await makeTenant(page, { owner_email: email, owner_name: "Olga Owner" });
  const owner = await ownerOf(tenant, email, page, browser);
  const settings = `/${tenant.slug}/settings/security`;
  await owner.goto(settings);
  await owner.getByRole("switch", { name: "Ask before visits" }).click();
  await owner.getByRole("button", { name: "Save settings" }).click();
  await expect(owner.getByText("Settings saved")).toBeVisible();

  await page.goto(`/admin/tenants/${tenant.id}/visits`);
  await page.getByRole("button", { name: "Step in" }).click();
  await page.getByLabel("Reason").fill("Ticket 4712");
  await page.getByRole("dialog").getByRole("button", { name: "Step in" }).click();
  const mine = page.getByRole("listitem").filter({ hasText: "Ticket 4712" });
  await expect(mine).toContainText("Waits for the tenant");

  await owner.goto(`/${tenant.slug}/accounts`);
  await expect(owner.getByText("Quentin Admin of the platform asks to step in")).toBeVisible();
  await expectAccessible(owner);
  await owner.getByRole("button", { name: "Agree" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "Agree" }).click();
  await expect(owner.getByText("asks to step in")).toHaveCount(0);

  await mine.getByRole("button", { name: "Step in" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Step in" }).click();
  await expect(banner(page)).toContainText(tenant.name);

  await owner.goto(settings);
  await expect(owner.getByRole("listitem").filter({ hasText: "Ticket 4712" })).toContainText("Running");
  await expectAccessible(owner);
  await owner.getByRole("button", { name: "End visit" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "End visit" }).click();
  await expect(owner.getByRole("listitem").filter({ hasText: "Ticket 4712" })).toContainText("of the tenant");
  await page.goto(`/${tenant.slug}`);
  await expect(page.getByText("Nothing is here")).toBeVisible();
});
