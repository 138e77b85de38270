import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";
import { personOf, tokenOf } from "./people";

const ADMIN = "Platform admin";

async function fitsPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  if (before) await page.setViewportSize(before);
}

/** A tenant of its own, so that no other test's changes its settings. */
async function makeTenant(request: APIRequestContext): Promise<{ id: string; name: string }> {
  const token = await tokenOf(request, personOf(ADMIN));
  const answer = await request.post("/api/v1/admin/tenant", {
    headers: { authorization: `Bearer ${token}` },
    data: {
      slug: `tpl-${randomUUID().slice(0, 8)}`,
      name: `Templates ${randomUUID().slice(0, 8)}`,
      template: "Hospitality",
      reason: "Browser test",
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

test("a template is made, changed in a new version, compared, applied to a tenant, and archived", async ({
  page,
  request,
}) => {
  test.slow();
  const tenant = await makeTenant(request);
  const name = `Hostels ${randomUUID().slice(0, 8)}`;
  await signInAs(page, ADMIN);

  await page.goto("/admin/templates");
  await expectAccessible(page);
  await fitsPhone(page);
  await page.getByRole("link", { name: "New template" }).click();
  await page.getByRole("button", { name: "Make the template" }).click();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("textbox", { name: "Description", exact: true }).fill("Small houses");
  await page.getByRole("textbox", { name: "What is new in this version" }).fill("The first");
  await page.getByRole("button", { name: "Add an account" }).click();
  await page.getByRole("textbox", { name: "Name of account 1", exact: true }).fill("Alpine");
  await expectAccessible(page);
  await fitsPhone(page);
  await page.getByRole("button", { name: "Make the template" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("v1, newest")).toBeVisible();
  await expectAccessible(page);
  await fitsPhone(page);

  await page.getByRole("link", { name: "New version" }).click();
  await page.getByRole("textbox", { name: "What is new in this version" }).fill("A role for the night");
  await page.getByRole("button", { name: "Add a role" }).click();
  await page.getByRole("textbox", { name: "Name of role 7" }).fill("Night porter");
  await page.getByRole("textbox", { name: "Key of role 7" }).fill("night_porter");
  await page.getByRole("button", { name: "Make the new version" }).click();
  await expect(page.getByText("Night porter: Choose at least one permission").first()).toBeVisible();
  await page.getByRole("checkbox", { name: "Night porter: payment_intents:read" }).click();
  await page.getByRole("switch", { name: "Second factor for everybody" }).click();
  await page.getByRole("button", { name: "Make the new version" }).click();
  await expect(page.getByText("v2, newest")).toBeVisible();

  await page.getByRole("link", { name: "Compare" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name} v1 and ${name} v2` })).toBeVisible();
  await expect(page.getByText("Night porter")).toBeVisible();
  await expect(page.getByRole("row", { name: /Second factor for everybody/ })).toContainText("yes");
  await expectAccessible(page);
  await fitsPhone(page);

  await page.goto(`/admin/tenants/${tenant.id}/template`);
  await page.getByRole("combobox", { name: "Version" }).click();
  await page.getByRole("option", { name: `${name} v2` }).click();
  await expect(page.getByRole("heading", { name: "Roles that change" })).toBeVisible();
  await expect(page.getByText("Night porter")).toBeVisible();
  await expect(page.getByText(/Left as they are: .*Front desk/)).toBeVisible();
  await expectAccessible(page);
  await fitsPhone(page);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("textbox", { name: "Reason" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "Reason" }).fill("Asked for by phone");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("This is the newest version.")).toBeVisible();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("link", { name: tenant.name })).toBeVisible();

  await page.getByRole("button", { name: "Archive" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("Archived").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "New version" })).toHaveCount(0);
});

test("the overview shows what went through the platform, in one currency at a time", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expectAccessible(page);
  await fitsPhone(page);
  const collected = page.getByRole("figure", { name: /^Collected in EUR by day/ });
  await collected.getByText("Show as a table").click();
  await expect(collected.getByRole("row")).toHaveCount(31);
  await page.getByRole("link", { name: "Last 90 days" }).click();
  await expect(page).toHaveURL(/days=90/);
  await page.getByRole("navigation", { name: "Currency" }).getByRole("link").nth(1).click();
  await expect(page).toHaveURL(/days=90&currency=/);
  await expect(page.getByRole("figure", { name: /^Collected in (?!EUR)/ })).toBeVisible();
});
