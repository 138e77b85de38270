import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";
import { personOf, tokenOf } from "./people";

const ADMIN = "Platform admin";
const PASSWORD = "four words made up here";

/** Somebody new in the first demo tenant, signed in in a browser of their own. */
async function newcomer(
  browser: Browser,
  name = `Nina ${randomUUID().slice(0, 8)}`,
): Promise<{ name: string; email: string; page: Page }> {
  const email = `${randomUUID()}@example.com`;
  const context = await browser.newContext();
  const owner = personOf("Company Access (owner)");
  const headers = { authorization: `Bearer ${await tokenOf(context.request, owner)}`, "x-tenant": "aurora" };
  const roles = await (await context.request.get("/api/v1/roles", { headers })).json();
  const viewer = roles.items.find((role: { key: string | null }) => role.key === "viewer");
  const answer = await context.request.post("/api/v1/invitation", {
    headers,
    data: { email, role_ids: [viewer.id] },
  });
  const { link } = await answer.json();
  await context.clearCookies();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: /^Join / }).click();
  await expect(page).toHaveURL(/\/aurora$/);
  return { name, email, page };
}

test.beforeEach(({ page }) => signInAs(page, ADMIN));

test("somebody is found across tenants, shut out and let in again, with a reason that the log keeps", async ({
  page,
  browser,
}) => {
  test.slow();
  const { name, email, page: theirs } = await newcomer(browser);
  await page.goto("/admin/search");
  await expect(page.getByText("What are you looking for?")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search across tenants" }).fill(email);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Aurora Hotels" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Deactivate" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Deactivate" }).click();
  await expect(dialog.getByText("Required").or(dialog.getByRole("alert")).first()).toBeVisible();
  await dialog.getByLabel("Reason").fill(`Left the company, ${email}`);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Deactivate" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Reactivate" })).toBeVisible();
  await expect(page.getByText("Not signed in anywhere.")).toBeVisible();
  await theirs.goto("/aurora");
  await expect(theirs).toHaveURL(/sign-in/);

  await page.getByRole("button", { name: "Reactivate" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("Came back");
  await page.getByRole("dialog").getByRole("button", { name: "Reactivate" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "Deactivate" })).toBeVisible();

  await page.goto("/admin/audit-logs");
  await page.getByRole("link", { name: "What the admins did" }).click();
  await expect(page).toHaveURL(/actor_kind=platform_admin/);
  // Whatever else goes on in the platform meanwhile fills the log's first page.
  await page.goto("/admin/audit-logs?actor_kind=platform_admin&table=searches");
  await expect(page.getByText("Searched across tenants").first()).toBeVisible();
  await page.goto("/admin/audit-logs?actor_kind=platform_admin&table=users");
  await expect(page.getByText("Came back").first()).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("link", { name: /^User (changed|reactivated)/ })
    .first()
    .click();
  await expect(page.getByText("users.reactivate")).toBeVisible();
  await expect(page.getByText("Came back")).toBeVisible();
  await expectAccessible(page);
});

test("two people are chosen in the list, shut out with one reason, and brought back; the admin's own row refuses", async ({
  page,
  browser,
}) => {
  test.slow();
  const word = randomUUID().slice(0, 8);
  const { page: theirs } = await newcomer(browser, `Nina ${word}`);
  await newcomer(browser, `Omar ${word}`);
  await page.goto(`/admin/users?name=${word}`);
  const table = page.getByRole("table", { name: "Users" });
  const shutOut = table.getByText("Deactivated", { exact: true });
  await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
  const bar = page.getByRole("region", { name: "Selected rows" });
  await expect(bar.getByRole("status")).toHaveText("2 selected");
  await bar.getByRole("button", { name: "Deactivate", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Deactivate 2 people?" });
  const confirm = dialog.getByRole("button", { name: "Deactivate", exact: true });
  await expect(confirm).toHaveAttribute("aria-disabled", "true");
  await dialog.getByLabel("Reason").fill(`Left together, ${word}`);
  await expectAccessible(page);
  await confirm.click();
  await expect(page.getByText("2 people deactivated")).toBeVisible();
  await expect(shutOut).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(shutOut).toHaveCount(0);
  // The sessions of before stay ended.
  await theirs.goto("/aurora");
  await expect(theirs).toHaveURL(/sign-in/);

  const admin = personOf(ADMIN);
  await page.goto(`/admin/users?name=${encodeURIComponent(admin.email)}`);
  await page.getByRole("checkbox", { name: `Select ${admin.fullName}` }).check();
  await bar.getByRole("button", { name: "Deactivate", exact: true }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("By mistake");
  await page.getByRole("dialog").getByRole("button", { name: "Deactivate", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Nothing was changed" })).toBeVisible();
  await expect(page.getByText("You cannot do this to yourself: another platform admin can")).toBeVisible();
  await expectAccessible(page);
});

test("the list of users is narrowed by name, and the log of one tenant hangs at the tenant", async ({ page }) => {
  const owner = personOf("Company Access (owner)");
  await page.goto(`/admin/users?name=${encodeURIComponent(owner.email)}`);
  const table = page.getByRole("table", { name: "Users" });
  await expect(table.getByRole("row")).toHaveCount(2);
  await expect(table.getByText(owner.email)).toBeVisible();
  await expectAccessible(page);
  await page.goto("/admin/users?name=nobody-has-this-name");
  await expect(page.getByText(/No .*match|Nothing matches/i).first()).toBeVisible();

  await page.goto("/admin/search?q=aurora");
  await page.getByRole("link", { name: "Aurora Hotels", exact: true }).first().click();
  await page.getByRole("navigation", { name: "Tenant", exact: true }).getByRole("link", { name: "Audit log" }).click();
  await expect(page).toHaveURL(/\/admin\/tenants\/[0-9a-f-]+\/audit-logs/);
  await expect(page.getByRole("table", { name: "Audit log" }).getByRole("row").nth(1)).toBeVisible();
  await expectAccessible(page);
});

test("a search says what it needs, and what it did not find", async ({ page }) => {
  await page.goto("/admin/search?q=ab");
  await expect(page.getByText("Must have at least 3 characters")).toBeVisible();
  await page.goto(`/admin/search?q=nothing-${randomUUID().slice(0, 8)}`);
  await expect(page.getByText("Nothing found")).toBeVisible();
  await expectAccessible(page);
});
