import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { personOf, tokenOf } from "./people";

/** Signs the page's browser in as the demo's person with this role, without the sign-in page. */
export async function signInAs(page: Page, role: string): Promise<void> {
  const token = await tokenOf(page.request, personOf(role));
  expect(token).toBeTruthy();
}

/**
 * No accessibility violation in what the page shows now, light and dark.
 * @param part selector of what alone is looked at, such as a dialog on a page that was looked at before
 * @param without selector of what is left out, such as thousands of cells that are all alike
 */
export async function expectAccessible(page: Page, part?: string, without?: string): Promise<void> {
  // It comes a moment after the page.
  await expect(page).toHaveTitle(/\S/);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Colours in transition would be measured half-way.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
    const axe = new AxeBuilder({ page });
    if (part) axe.include(part);
    if (without) axe.exclude(without);
    // Colours are all that a theme changes: the rest was looked at in the other one.
    if (colorScheme === "dark") axe.withRules("color-contrast");
    const first = await axe.analyze();
    if (first.violations.length === 0) continue;
    // A page that was on its way, or a dialog on its way out, is looked at again: what is wrong stays wrong.
    await expect(page).toHaveTitle(/\S/);
    expect((await axe.analyze()).violations).toEqual([]);
  }
}

/**
 * Answers what a server action says to somebody else who sends the very same request: `send` makes the page send it, and
 * it is caught before it leaves.
 */
export async function replayAction(page: Page, send: () => Promise<void>, other: Page): Promise<string> {
  const sent = page.waitForRequest((request) => request.method() === "POST" && "next-action" in request.headers());
  await page.route("**", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await send();
  const request = await sent;
  const headers = request.headers();
  const answer = await other.request.post(request.url(), {
    headers: {
      "next-action": headers["next-action"] ?? "",
      "content-type": headers["content-type"] ?? "",
      accept: "text/x-component",
      origin: new URL(request.url()).origin,
    },
    data: request.postDataBuffer() ?? "",
  });
  return answer.text();
}
