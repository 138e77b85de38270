import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

/** Requests of the page to other origins, which there must not be. */
function foreignRequests(page: Page, baseURL: string | undefined): string[] {
  const foreign: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== new URL(baseURL ?? "").origin) foreign.push(request.url());
  });
  return foreign;
}

/** What the page's own policy forbade. */
function violations(page: Page): string[] {
  const found: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) found.push(message.text());
  });
  return found;
}

async function openReference(page: Page): Promise<void> {
  await page.goto("/api/reference");
  await expect(page.getByRole("heading", { name: "Bulkhead API", level: 1 })).toBeVisible({ timeout: 60_000 });
}

// A browser takes its time to read what Scalar is made of.
test.describe.configure({ timeout: 120_000 });

test("the reference shows guides and operations, under its policy, and asks nothing of other origins", async ({
  page,
  baseURL,
}) => {
  const foreign = foreignRequests(page, baseURL);
  const forbidden = violations(page);
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await openReference(page);
  await expect(page.getByRole("heading", { name: "Idempotency", exact: true }).first()).toBeAttached();
  // Operations are drawn when one comes near them.
  await page.getByRole("navigation").getByText("Refunds", { exact: true }).click();
  await expect(page.getByText("Refund a payment, in part or in full").first()).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("cancel a refund");
  await expect(page.getByRole("dialog").getByText("Cancel a refund", { exact: false }).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect({ foreign, forbidden, errors }).toEqual({ foreign: [], forbidden: [], errors: [] });
});

test("a link within the guides leads to its guide", async ({ page }) => {
  await openReference(page);
  await page.getByRole("link", { name: "idempotency key" }).first().click();
  await expect(page).toHaveURL(/#description\/idempotency$/);
  await expect(page.getByRole("heading", { name: "Idempotency", exact: true }).first()).toBeInViewport();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`what is ours of the reference has no accessibility violation (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await openReference(page);
    // Scalar's own component is not ours to mend, but its colours are ours: of the sidebar, and of the first paragraphs.
    const colours = new AxeBuilder({ page }).include(".bar").include("nav").include(".introduction-card");
    expect((await colours.withRules(["color-contrast"]).analyze()).violations).toEqual([]);
    expect((await new AxeBuilder({ page }).include(".bar").analyze()).violations).toEqual([]);
    const whole = new AxeBuilder({ page }).withRules(["document-title", "html-has-lang", "page-has-heading-one"]);
    expect((await whole.analyze()).violations).toEqual([]);
  });

test("at the width of a telephone nothing is wider than the page", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openReference(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
