import { expect, test } from "@playwright/test";
import { signInAs } from "./pages";

// The code of menus and panels comes when their button is reached: the first press must be as good as every other.

test.beforeEach(async ({ page }) => {
  await signInAs(page, "Viewer");
  await page.goto("/aurora/payment-intents");
  await page.waitForLoadState("networkidle");
});

test("a menu's first press by mouse opens it with no entry marked, and Escape gives the focus back", async ({
  page,
}) => {
  const button = page.getByRole("button", { name: "Theme" });
  await expect(button).toHaveAttribute("aria-haspopup", "menu");
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await button.click();
  await expect(page.getByRole("menuitemradio", { name: "Dark" })).toBeVisible();
  await expect(page.locator("[role=menuitemradio][data-highlighted]")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute("aria-expanded", "false");
});

for (const key of ["Enter", "Space", "ArrowDown"])
  test(`a menu's first press by ${key} opens it with its first entry marked`, async ({ page }) => {
    const button = page.getByRole("button", { name: "Theme" });
    await button.focus();
    await page.keyboard.press(key);
    await expect(page.getByRole("menuitemradio", { name: "Light" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(button).toBeFocused();
  });

test("a filter's form comes with the focus in it, by mouse and from its chip", async ({ page }) => {
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reference" }).click();
  await expect(page.getByRole("dialog").locator("form").locator(":focus")).toHaveCount(1);
  await page.goto("/aurora/payment-intents?status=FAILED");
  await page.getByRole("button", { name: /^Status/ }).click();
  await expect(page.getByRole("dialog").locator("form").locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Status/ })).toBeFocused();
});

test("the code of a menu comes when the pointer reaches its button", async ({ page }) => {
  const loaded: string[] = [];
  page.on("response", (response) => void (response.url().endsWith(".js") && loaded.push(response.url())));
  await page.getByRole("button", { name: "Theme" }).hover();
  await expect.poll(() => loaded.length).toBeGreaterThan(0);
});

test("what did not come is told, and the next press tries again", async ({ page }) => {
  await page.route("**/_next/static/**", (route) => route.abort());
  const button = page.getByRole("button", { name: "Theme" });
  await button.click();
  await expect(page.getByText("This could not be loaded")).toBeVisible();
  await page.unroute("**/_next/static/**");
  await button.click();
  await expect(page.getByRole("menu")).toBeVisible();
});
