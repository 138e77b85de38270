import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";
import { personOf, tokenOf } from "./people";

// In tenants of their own, since what is switched off stops everybody there.

async function makeTenant(page: Page): Promise<{ id: string; name: string }> {
  const token = await tokenOf(page.request, personOf("Platform admin"));
  const slug = `switched-${Math.random().toString(36).slice(2, 10)}`;
  const answer = await page.request.post("/api/v1/admin/tenant", {
    headers: { authorization: `Bearer ${token}` },
    data: { slug, name: `Switched ${slug}`, template: "Hospitality", reason: "For a test" },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

async function secondAdmin(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, "Second platform admin");
  return page;
}

/** Opens a dialog by its button, gives the reason, and confirms by the button of this name. */
async function act(page: Page, button: string, reason: string, confirm = button): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: confirm, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test("a switch is turned off and on with a reason, which is shown with who gave it", async ({ page }) => {
  await signInAs(page, "Platform admin");
  const { id } = await makeTenant(page);
  await page.goto(`/admin/tenants/${id}/switches`);
  const payments = page.getByRole("listitem").filter({ hasText: "Payment intents are made" });
  await expect(payments).toContainText("On");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Switch payments off" }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Switch payments off" }).click();
  await expect(dialog.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Reason").fill("Chargebacks are being looked into");
  await dialog.getByRole("button", { name: "Switch payments off" }).click();
  await expect(payments).toContainText("Off");
  await expect(payments).toContainText("Chargebacks are being looked into");
  await expect(payments).toContainText("Petra Admin");
  await expectAccessible(page);

  await act(page, "Switch payments on", "Looked into");
  await expect(payments).toContainText("On");
  await expect(payments).not.toContainText("Chargebacks");
});

test("a tenant is deleted by two people behind an archive, and the deletion is called off", async ({
  page,
  browser,
}) => {
  test.slow();
  await signInAs(page, "Platform admin");
  const { id } = await makeTenant(page);
  await page.goto(`/admin/tenants/${id}/switches`);
  await expect(page.getByText("It is active. Suspend it above first.")).toBeVisible();
  await act(page, "Suspend tenant", "Contract has ended");
  await expect(page.getByText("Nobody gets in any more.")).toBeVisible();

  await act(page, "Make an archive", "Contract has ended");
  const link = page.getByRole("link", { name: "Download archive" });
  await expect(link).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^switched-.*\.jsonl\.gz$/);
  await download.path();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/Downloaded by Petra Admin/)).toBeVisible({ timeout: 2000 });
  }).toPass();

  await act(page, "Ask for deletion", "Contract has ended");
  await expect(page.getByText("Somebody else has to agree: you asked for it.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Agree" })).toHaveCount(0);

  const second = await secondAdmin(browser);
  await second.goto(`/admin/tenants/${id}/switches`);
  await act(second, "Agree", "Seen the contract", "Agree to the deletion");
  await expect(second.getByText("unless somebody calls it off")).toBeVisible();
  await expectAccessible(second);

  await page.reload();
  await page.getByRole("button", { name: "Reactivate tenant" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("They stay");
  await page.getByRole("dialog").getByRole("button", { name: "Reactivate tenant" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "call that off first" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await act(page, "Call it off", "They stay", "Call the deletion off");
  await act(page, "Reactivate tenant", "They stay");
  await expect(page.getByText("It is active. Suspend it above first.")).toBeVisible();
});
