import { expect, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";
import { personOf, tokenOf } from "./people";

const OWNER = "Company Access (owner)";
const LIST = "/aurora/requests";

test.describe("an owner", () => {
  test.beforeEach(({ page }) => signInAs(page, OWNER));

  test("finds a request by its status and id a moment after its answer", async ({ page, playwright, baseURL }) => {
    const other = await playwright.request.newContext({ baseURL });
    const token = await tokenOf(other, personOf(OWNER));
    const answer = await other.get("/api/v1/account?id=01890000-0000-7000-8000-000000000000", {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status()).toBe(404);
    const requestId = answer.headers()["x-request-id"] ?? "";
    await expect(async () => {
      await page.goto(`${LIST}?request_id=${requestId}`);
      await expect(page.getByRole("row").nth(1)).toContainText("404", { timeout: 500 });
    }).toPass();
    await expect(page.getByRole("row").nth(1)).toContainText("/api/v1/account");
    await expect(page.getByRole("row")).toHaveCount(2);
    await other.dispose();
  });

  test("finds the page accessible, light and dark, at every width", async ({ page }) => {
    await page.goto(LIST);
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(page);
  });
});

test("a viewer is not shown what keys asked", async ({ page }) => {
  await signInAs(page, "Viewer");
  await page.goto(LIST);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("/api/v1/")).toHaveCount(0);
});
