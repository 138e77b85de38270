import { randomBytes } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";
import { personNamed, personOf, tokenOf } from "./people";

const OWNER = "Company Access (owner)";

/** Makes accounts by the API; answers the word that only their names have. */
async function makeAccounts(page: Page, count: number): Promise<string> {
  const word = randomBytes(4).toString("hex");
  const token = await tokenOf(page.request, personOf(OWNER));
  for (let n = 1; n <= count; n += 1) {
    const answer = await page.request.post("/api/v1/account", {
      headers: { authorization: `Bearer ${token}`, "x-tenant": "aurora" },
      data: { name: `Bulk ${word} ${n}`, currency: "EUR" },
    });
    expect(answer.status()).toBe(201);
  }
  return word;
}

test("rows are walked and chosen by keys, deleted together, and brought back", async ({ page }) => {
  const word = await makeAccounts(page, 3);
  await page.goto(`/aurora/accounts?name=${word}`);
  const rows = page.getByRole("row", { name: `Bulk ${word}` });
  await expect(rows).toHaveCount(3);
  // The first key may come before the page listens.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.getByRole("link", { name: `Bulk ${word} 1` })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: `Bulk ${word} 3` })).toBeFocused();
  await page.keyboard.press("Shift+X");
  const bar = page.getByRole("region", { name: "Selected rows" });
  await expect(bar.getByRole("status")).toHaveText("3 selected");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
  await bar.getByRole("button", { name: "Delete accounts" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete 3 accounts?" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Delete accounts" }).click();
  await expect(page.getByText("3 accounts deleted")).toBeVisible();
  await expect(rows).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(3);
});

test("rows that are written anew keep the focus and what is chosen", async ({ page }) => {
  const word = await makeAccounts(page, 3);
  await page.goto(`/aurora/accounts?name=${word}`);
  const row = (n: number) => page.getByRole("row", { name: `Bulk ${word} ${n}` });
  const box = page.getByRole("checkbox", { name: `Select Bulk ${word} 2` });
  await box.check();
  const href = await row(3).getByRole("link").getAttribute("href");
  const token = await tokenOf(page.request, personOf(OWNER));
  const answer = await page.request.patch("/api/v1/account", {
    headers: { authorization: `Bearer ${token}`, "x-tenant": "aurora" },
    data: { id: href?.split("/").at(-1), display_name: `Shown ${word}` },
  });
  expect(answer.status()).toBe(200);
  await row(2).getByRole("link").focus();
  // What every action does when it has changed something.
  await page.evaluate(() => (window as unknown as { next: { router: { refresh(): void } } }).next.router.refresh());
  await expect(page.getByText(`Shown ${word}`)).toBeVisible();
  await expect(row(2).getByRole("link")).toBeFocused();
  await expect(box).toBeChecked();
  await box.focus();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Country" }).click();
  await expect(page.getByRole("columnheader", { name: "Country" })).toHaveCount(0);
  await expect(box).toBeChecked();
  await expect(page.getByRole("region", { name: "Selected rows" }).getByRole("status")).toHaveText("1 selected");
});

test("what cannot be done to a row is said before it is tried", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora/payment-intents?status=PROCESSED");
  await page
    .getByRole("checkbox", { name: /^Select BKG/ })
    .first()
    .check();
  await page.getByRole("button", { name: "Cancel payments" }).click();
  const dialog = page.getByRole("dialog", { name: "Nothing to do" });
  await expect(dialog).toContainText("1 of the selected rows is left out");
  await dialog.getByRole("button", { name: "Back" }).click();
  await expect(dialog).toBeHidden();
});

test("a viewer finds nothing to choose", async ({ page }) => {
  await signInAs(page, "Viewer");
  await page.goto("/aurora/payment-intents");
  await expect(page.getByRole("row")).not.toHaveCount(0);
  await expect(page.getByRole("checkbox", { name: /^Select/ })).toHaveCount(0);
});

test("columns, their order and the density are kept, and wait at the first paint", async ({ page }) => {
  // A person whose lists no other test looks at.
  await tokenOf(page.request, personNamed("Felix Brandt"));
  const heads = page.getByRole("columnheader");
  const open = async () => {
    await page.goto("/boreal/refunds");
    await page.getByRole("button", { name: "Columns", exact: true }).click();
  };
  await open();
  const saved = () => page.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok());
  await page.getByRole("button", { name: "Move or resize Amount" }).focus();
  const first = saved();
  await page.keyboard.press("ArrowDown");
  await first;
  const second = saved();
  await page.getByText("Compact", { exact: true }).click();
  await second;
  await expectAccessible(page);
  const html = await (await page.request.get("/boreal/refunds")).text();
  expect(html).toContain('data-density="compact"');
  await open();
  await expect(heads.nth(1)).toHaveText("Status");
  await page.getByRole("button", { name: "As it comes" }).click();
  await expect(heads.nth(1)).toContainText("Amount");
});

test("a column is dragged by its head to where the mark shows, in either direction of writing", async ({ page }) => {
  await tokenOf(page.request, personNamed("Felix Brandt"));
  await page.goto("/boreal/payment-intents?columns=reference,status,account,amount");
  const heads = page.locator("th[data-column]");
  const order = () => heads.evaluateAll((all) => all.map((head) => head.getAttribute("data-column")));
  const before = await order();
  const [first = "", second = "", third = "", ...rest] = before as string[];

  async function drag(id: string, onto: string, at: number, isDropped = true) {
    const from = await page.locator(`th[data-column="${id}"]`).boundingBox();
    const to = await page.locator(`th[data-column="${onto}"]`).boundingBox();
    if (!from || !to) throw new Error("the heads are not shown");
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width * at, to.y + to.height / 2, { steps: 8 });
    await expect(page.locator("th[data-drop]")).toHaveCount(1);
    if (!isDropped) await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect(page.locator("th[data-drop]")).toHaveCount(0);
  }

  // The first press may come before the page listens.
  await expect(async () => drag(second, third, 0.9)).toPass();
  await expect.poll(order).toEqual([first, third, second, ...rest]);
  // The head is a link too, and was not followed; what was asked for is in the address, as it came from there.
  expect(new URL(page.url()).searchParams.get("sort")).toBeNull();
  expect(new URL(page.url()).searchParams.get("columns")).toBe([first, third, second, ...rest].join());
  await drag(second, third, 0.1, false);
  await expect.poll(order).toEqual([first, third, second, ...rest]);
  await page.locator("html").evaluate((html) => html.setAttribute("dir", "rtl"));
  // Written from right to left, the right half of a head is in front of it.
  await drag(second, third, 0.9);
  await expect.poll(order).toEqual(before);
});

test("a list is sorted by several columns without mouse and shift key", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto("/aurora/payment-intents");
  const sort = () => new URL(page.url()).searchParams.get("sort");
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  const menu = page.getByRole("dialog", { name: "Columns" });
  await menu.getByRole("link", { name: "Sort by Amount" }).press("Enter");
  await expect.poll(sort).toMatch(/^-?amount$/);
  await menu.getByRole("link", { name: "Then sort by Created" }).press("Enter");
  await expect.poll(sort).toMatch(/^-?amount,-?created$/);
  const [amount] = String(sort()).split(",");
  await menu.getByRole("link", { name: /^Created: .*turn round$/ }).press("Enter");
  await expect.poll(sort).toBe(`${amount},created`);
  await expectAccessible(page);
  await menu.getByRole("link", { name: "No longer sort by Amount" }).press("Enter");
  await expect.poll(sort).toBe("created");
});
