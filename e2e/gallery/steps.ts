import type { Locator, Page } from "@playwright/test";
import { z } from "zod";

const step = z.object({
  do: z.enum(["click", "hover", "focus", "fill", "press"]),
  on: z.string(),
  text: z.string().default(""),
});
export type Step = z.input<typeof step>;

/** The steps that a specimen's frame tells. */
export function readSteps(text: string): Step[] {
  return z.array(step).parse(JSON.parse(text));
}

/**
 * Does what is to be done before a photo, the first step within `start` and the others on the whole page, and waits for
 * what it is to show.
 */
export async function take(page: Page, start: Locator | Page, steps: readonly Step[], shows: string | null) {
  for (const [index, { do: what, on, text = "" }] of steps.entries()) {
    const target = (index === 0 ? start : page).locator(on).first();
    if (what === "click") await target.click();
    if (what === "hover") await target.hover();
    if (what === "fill") await target.fill(text);
    if (what === "press") await target.press(text);
    if (what === "focus") await focusByKeyboard(page, target);
  }
  if (shows) await page.locator(shows).first().waitFor();
}

/** A ring is only drawn around what keys have led to. */
async function focusByKeyboard(page: Page, target: Locator): Promise<void> {
  await target.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
}

const OPEN = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [data-sonner-toast]';

/** Puts the page back as it was; what does not close by the keyboard goes with the page. */
export async function putBack(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.keyboard.press("Escape");
  const isClosed = await page
    .waitForFunction((open) => document.querySelectorAll(open).length === 0, OPEN, { timeout: 1000 })
    .catch(() => null);
  if (isClosed) return;
  await page.reload();
  await ready(page);
}

/** The page's scripts have taken over, as the gallery's frame tells. */
export async function ready(page: Page): Promise<void> {
  await page.locator("html[data-gallery=ready]").waitFor();
  await page.waitForLoadState("networkidle");
}
