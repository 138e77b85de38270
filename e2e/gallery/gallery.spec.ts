import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { SESSION_COOKIE } from "@/lib/auth/session-token";
import { LOCALE_COOKIE } from "@/lib/locale";
import { PAGES, WINDOWS } from "./pages";
import { putBack, readSteps, ready, take } from "./steps";

// Each component in each of its states, photographed in both themes. Needs a development server: `npm run gallery:photos`
// starts one. The photos are for people to look at: nothing is compared here.

const THEMES = ["light", "dark"] as const;
type Theme = (typeof THEMES)[number];
const FOLDER = "test-results/gallery";

/** A page that is let in, and of which nothing is said in the console. */
const test = base.extend<{ gallery: Page }>({
  async gallery({ page, baseURL }, use) {
    const problems: string[] = [];
    // What is not there by then does not come: a page of many specimens must not wait for its own end.
    page.setDefaultTimeout(30_000);
    page.setDefaultNavigationTimeout(90_000);
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    // Pages without a session lead to the sign-in; whose it is the gallery does not ask.
    await page.context().addCookies([{ name: SESSION_COOKIE, value: "gallery", url: baseURL }]);
    // The development server has all its pages load anew when another one is made: here that would be without end.
    await page.routeWebSocket(/\/_next\/hmr/, (socket) => {
      socket.connectToServer().onMessage((message) => {
        if (!/"type":"(reloadPage|turbopack-message)"/.test(String(message))) socket.send(message);
      });
    });
    await use(page);
    expect(problems).toEqual([]);
  },
});

async function open(page: Page, path: string, width = 1440): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await wear(page, "light");
  await page.goto(path);
  await ready(page);
}

/** Shows the page in a theme; colours in transition would be photographed and measured half-way. */
async function wear(page: Page, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
}

/** Does the work in one theme after the other, which is quicker than coming to the same state twice. */
async function inBothThemes(page: Page, work: (theme: Theme) => Promise<unknown>): Promise<void> {
  for (const theme of THEMES) {
    await wear(page, theme);
    await work(theme);
  }
  await wear(page, "light");
}

/** What axe objects to in a theme, a line each. Colours are all that a theme changes. */
async function violations(page: Page, theme: Theme): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const found = (await (theme === "light" ? axe : axe.withRules("color-contrast")).analyze()).violations;
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html}`));
}

const fileOf = (path: string) => path.slice(1).replaceAll("/", "-");
const photoOf = (folder: Theme | "right-to-left", name: string) =>
  ({ path: `${FOLDER}/${folder}/${name}.png`, animations: "disabled" }) as const;

for (const path of PAGES)
  test(`${path} is accessible in both themes, and every specimen on it is there`, async ({ gallery: page }) => {
    test.setTimeout(240_000);
    await open(page, path);
    const specimens = page.locator("[data-specimen]");
    const names = await specimens.evaluateAll((all) => all.map((one) => one.getAttribute("data-specimen") ?? ""));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const heights = await specimens.evaluateAll((all) =>
      all.map((one) => one.querySelector(":scope > div > *")?.getBoundingClientRect().height ?? 0),
    );
    expect(names.filter((_name, index) => !heights[index])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);

    await inBothThemes(page, async (theme) => {
      expect(await violations(page, theme)).toEqual([]);
      await page.screenshot({ ...photoOf(theme, fileOf(path)), fullPage: true });
    });
    for (const moving of await page.locator("[data-specimen][data-steps]").all()) {
      const name = (await moving.getAttribute("data-specimen")) ?? "";
      const steps = readSteps((await moving.getAttribute("data-steps")) ?? "");
      const shows = await moving.getAttribute("data-shows");
      await moving.scrollIntoViewIfNeeded();
      await test.step(name, () => take(page, moving, steps, shows));
      await inBothThemes(page, (theme) => page.screenshot(photoOf(theme, name)));
      await putBack(page);
    }
  });

for (const { name, path, width, steps = [], shows = null } of WINDOWS)
  test(`${name} is photographed in both themes`, async ({ gallery: page }) => {
    await open(page, path, width);
    await take(page, page, steps, shows);
    await inBothThemes(page, (theme) => page.screenshot(photoOf(theme, name)));
  });

for (const path of PAGES)
  test(`${path} is photographed from right to left`, async ({ gallery: page, baseURL }) => {
    await page.context().addCookies([{ name: LOCALE_COOKIE, value: "ar-XB", url: baseURL }]);
    await open(page, path);
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await page.screenshot({ ...photoOf("right-to-left", fileOf(path)), fullPage: true });
  });
