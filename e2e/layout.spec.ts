import { expect, type Page, test } from "@playwright/test";
import { signInAs } from "./pages";

const OWNER = "Company Access (owner)";

/** The pages that people spend their day on. */
const MAIN_PAGES = [
  "/aurora",
  "/aurora/payment-intents",
  "/aurora/refunds",
  "/aurora/accounts",
  "/aurora/accounts/tree",
  "/aurora/documents",
  "/aurora/audit-logs",
  "/aurora/team",
  "/aurora/api-keys",
  "/aurora/webhooks",
  "/aurora/settings",
  "/me/profile",
] as const;

/** What may move on a page until it is at rest, as the browser scores it. */
const MAX_SHIFT = 0.02;

async function atRest(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
  await page.waitForLoadState("networkidle");
}

test.beforeEach(({ page }) => signInAs(page, OWNER));

for (const [width, height] of [
  [1440, 900],
  [360, 780],
] as const) {
  test(`nothing jumps while the main pages load, ${width} px wide`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      const scores: number[] = [];
      Object.assign(window, { layoutShifts: scores });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ("hadRecentInput" in entry && !entry.hadRecentInput && "value" in entry) scores.push(Number(entry.value));
      }).observe({ type: "layout-shift", buffered: true });
    });
    const shifts: Record<string, number> = {};
    for (const path of MAIN_PAGES) {
      await page.goto(path);
      await atRest(page);
      const scores = await page.evaluate(() => ("layoutShifts" in window ? window.layoutShifts : null));
      expect(Array.isArray(scores)).toBe(true);
      const sum = Array.isArray(scores) ? scores.reduce((total: number, score: number) => total + score, 0) : 1;
      if (sum > MAX_SHIFT) shifts[path] = sum;
    }
    expect(shifts).toEqual({});
  });
}

test("the main pages need no scrolling in two directions at 320 px, which is 400 % zoom", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 640 });
  const tooWide: Record<string, number> = {};
  for (const path of MAIN_PAGES) {
    await page.goto(path);
    await atRest(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) tooWide[path] = overflow;
  }
  expect(tooWide).toEqual({});
});

test("text at 200 % stays within the window", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 900 });
  const tooWide: Record<string, number> = {};
  for (const path of MAIN_PAGES) {
    await page.goto(path);
    await page.addStyleTag({ content: "html { font-size: 200% }" });
    await atRest(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) tooWide[path] = overflow;
  }
  expect(tooWide).toEqual({});
});

test.describe("the theme", () => {
  test("is dark from the first paint on, and is remembered", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("/aurora/accounts");
    await page.getByRole("button", { name: "Theme", exact: true }).click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    await expect(page.locator("html")).toHaveClass(/dark/);
    // Each frame from the first one on: a flash would be a light background in one of them.
    await page.addInitScript(() => {
      const seen = new Set<string>();
      Object.assign(window, { backgrounds: seen });
      const look = () => {
        if (document.body) seen.add(getComputedStyle(document.body).backgroundColor);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.reload();
    await atRest(page);
    const seen = await page.evaluate(() =>
      "backgrounds" in window && window.backgrounds instanceof Set ? [...window.backgrounds] : [],
    );
    expect(seen).toEqual(["rgb(15, 17, 21)"]);
  });

  test("follows the system until somebody chooses", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto("/aurora/accounts");
    await expect(page.locator("html")).toHaveClass(/dark/);
    await page.emulateMedia({ colorScheme: "light" });
    await expect(page.locator("html")).not.toHaveClass(/dark/);
  });
});

test("nothing moves for whoever asked for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/aurora/accounts");
  const longest = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll("*")].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return `${transitionDuration}, ${animationDuration}`.split(",").map((text) => Number.parseFloat(text));
      }),
    ),
  );
  expect(longest).toBeLessThan(0.001);
});

test.describe("the keyboard's place", () => {
  test("is the heading after the way to another page", async ({ page }) => {
    await page.goto("/aurora");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Accounts" }).click();
    await expect(page.getByRole("heading", { name: "Accounts", level: 1 })).toBeFocused();
  });

  test("is the button again after a dialog was closed", async ({ page }) => {
    await page.goto("/aurora/payment-intents");
    const button = page.getByRole("button", { name: "Search and commands" });
    await button.click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(button).toBeFocused();
  });
});

test("a time tells its second, UTC and how long ago it was, by pointer and by keyboard", async ({ page }) => {
  await page.goto("/aurora/payment-intents");
  const time = page.locator("tbody time").first();
  await expect(time).toBeVisible();
  const box = await time.boundingBox();
  if (!box) throw new Error("The time is not shown");
  const hint = page.getByRole("tooltip");
  await expect(async () => {
    await page.mouse.move(0, 0);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect(hint).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(hint).toContainText(/:\d\d UTC/);
  await expect(hint).toContainText(/ago|in \d/);
  await page.keyboard.press("Escape");
  await expect(hint).toBeHidden();
  await page.locator("tbody [data-row-link]").first().click();
  await expect(page).toHaveURL(/payment-intents\/[0-9a-f-]{36}/);
  const dated = page.locator("main time[tabindex]").first();
  await dated.focus();
  await expect(hint).toBeVisible();
  await expect(dated).toHaveAccessibleDescription(/:\d\d UTC/);
});

test("the names of lines and columns begin where the text below and beside them does", async ({ page }) => {
  for (const path of ["/me/notifications", "/aurora/payment-intents", "/aurora"]) {
    await page.goto(path);
    const heads = page.locator("main th:visible");
    await expect(heads.first()).toBeVisible();
    const aligned = await heads.evaluateAll((all) => all.map((head) => getComputedStyle(head).textAlign));
    expect(aligned.filter((align) => align.includes("center"))).toEqual([]);
  }
});
