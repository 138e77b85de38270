import { randomBytes } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, replayAction, signInAs } from "./pages";

const OWNER = "Company Access (owner)";
const VIEWER = "Viewer";
const LIST = "/aurora/accounts";

/** A name that no other test has. */
const freeName = (what: string) => `${what} ${randomBytes(4).toString("hex")}`;

async function choose(page: Page, label: string, search: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label, exact: true }).click();
  await page.keyboard.type(search);
  await page.getByRole("option", { name: option }).first().click();
}

/** Makes an account by the form; answers the address of its page. */
async function makeAccount(page: Page, name: string, parentId?: string): Promise<string> {
  await page.goto(`${LIST}/new${parentId ? `?parent=${parentId}` : ""}`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await choose(page, "Currency", "EUR", "EUR – Euro");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/accounts\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

const idIn = (path: string) => path.split("/").at(-1) ?? "";

test.describe("an owner", () => {
  test.beforeEach(({ page }) => signInAs(page, OWNER));

  test("makes, changes and moves an account, and sees each step in its history", async ({ page }) => {
    const [top, name, renamed] = [freeName("Region"), freeName("Hotel"), freeName("Hotel")];
    await makeAccount(page, top);
    const path = await makeAccount(page, name);
    await page.getByRole("link", { name: "Edit" }).click();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
    await page.getByLabel("Name", { exact: true }).fill(renamed);
    await choose(page, "Account above (optional)", top, top);
    await page.getByRole("button", { name: "Save account" }).click();
    await expect(page.getByRole("heading", { name: renamed, level: 1 })).toBeVisible();
    await expect(page).toHaveURL(path);
    await expect(page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: top })).toBeVisible();
    const history = page.getByRole("list", { name: "History" });
    await expect(history.getByRole("listitem")).toHaveText([/^Account changed/, /^Account created/]);
    await expect(history.getByRole("cell", { name: name })).toBeVisible();
    await page.goto(`${LIST}?account=${idIn(path)}`);
    await expect(page.getByRole("row", { name: renamed })).toBeVisible();
  });

  test("does not find an account's own branch among its new places", async ({ page }) => {
    const [top, below] = [freeName("Region"), freeName("Hotel")];
    const path = await makeAccount(page, top);
    await makeAccount(page, below, idIn(path));
    await page.goto(`${path}/edit`);
    await page.getByRole("combobox", { name: "Account above (optional)" }).click();
    await page.keyboard.type("Iberia");
    await expect(page.getByRole("option", { name: "Iberia" }).first()).toBeVisible();
    for (const name of [top, below]) {
      await page.keyboard.press("Control+a");
      await page.keyboard.type(name);
      await expect(page.getByText("Nothing matches.")).toBeVisible();
      await expect(page.getByRole("option")).toHaveCount(0);
    }
  });

  test("deletes an account, takes it back at once, and restores one later", async ({ page }) => {
    const name = freeName("Hotel");
    const path = await makeAccount(page, name);
    const remove = async () => {
      await page.getByRole("button", { name: "Delete" }).click();
      await page.getByRole("button", { name: "Delete account" }).click();
      await expect(page.getByText("Deleted", { exact: true })).toBeVisible();
      await expect(page.getByRole("button", { name: `Restore ${name}` })).toBeFocused();
    };
    await remove();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText(`${name} is back`)).toBeVisible();
    await expect(page.getByRole("button", { name: "Delete" })).toBeVisible();
    await remove();
    await page.goto(`${LIST}?name=${encodeURIComponent(name)}`);
    await expect(page.getByText("Nothing matches")).toBeVisible();
    await page.getByRole("link", { name: "Deleted" }).click();
    await page.getByRole("button", { name: `Restore ${name}` }).click();
    await expect(page.getByText(`${name} is back`)).toBeVisible();
    await expect(page.getByText("Nothing matches")).toBeVisible();
    await page.goto(path);
    await expect(page.getByRole("button", { name: "Delete" })).toBeVisible();
  });

  test("is told at the field what is wrong, and keeps what was typed", async ({ page }) => {
    const taken = freeName("Hotel");
    await makeAccount(page, taken);
    await page.goto(`${LIST}/new`);
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
    await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
    await page.getByLabel("Name", { exact: true }).fill(` ${taken.toUpperCase()} `);
    await page.getByLabel("Terms and conditions (optional)").fill("ftp://example.com");
    await choose(page, "Currency", "EUR", "EUR – Euro");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByText("Must be an http or https address")).toBeVisible();
    await page.getByLabel("Terms and conditions (optional)").fill("https://example.com/terms");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByText("An account with this name already exists").first()).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(/already exists/);
    await expect(page.getByLabel("Terms and conditions (optional)")).toHaveValue("https://example.com/terms");
  });

  test("cannot delete an account that has others below it", async ({ page }) => {
    const path = await makeAccount(page, freeName("Region"));
    await makeAccount(page, freeName("Hotel"), idIn(path));
    await page.goto(path);
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete account" }).click();
    await expect(page.getByRole("alertdialog").getByText("Move or delete the accounts below")).toBeVisible();
  });

  test("goes from the tree to an account by keyboard alone", async ({ page }) => {
    await page.goto(`${LIST}/tree`);
    const fold = page.getByRole("button", { name: "Fold Iberia" });
    await fold.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: "Portugal" })).toBeHidden();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Iberia" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Iberia", level: 1 })).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(`${LIST}/tree`);
  });

  test("finds by filter, and back and forward restore each state", async ({ page }) => {
    await page.goto(LIST);
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("button", { name: "Name", exact: true }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("lisboa");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/name=lisboa/);
    await expect(page.getByRole("row", { name: "Aurora Lisboa Baixa" })).toBeVisible();
    await expect(page.getByRole("row", { name: "Aurora Wien" })).toBeHidden();
    await page.getByRole("link", { name: "Created" }).click();
    await expect(page).toHaveURL(/sort=-created/);
    await page.goBack();
    await expect(page.getByRole("columnheader", { name: "Name", exact: true })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
    await page.goBack();
    await expect(page.getByRole("row", { name: "Aurora Wien" })).toBeVisible();
    await page.goForward();
    await expect(page.getByRole("row", { name: "Aurora Wien" })).toBeHidden();
  });

  test("gets a page and a remark for wrong parameters, never an error", async ({ page }) => {
    const wrong = "currency=EURO&sort=nothing&size=7&account=x&cursor=abc&deleted=maybe&page=0&bogus=1&metadata[]=x";
    const response = await page.goto(`${LIST}?${wrong}`);
    expect(response?.status()).toBe(200);
    await expect(page.getByText("Left out of the filters: sort")).toBeVisible();
    await expect(page.getByRole("row", { name: "Aurora Wien" })).toBeVisible();
    for (const id of ["nonsense", "0190a000-0000-7000-8000-00000000000a"]) {
      await page.goto(`${LIST}/${id}`);
      await expect(page.getByRole("heading", { name: "Not found" })).toBeAttached();
    }
  });

  for (const place of [LIST, `${LIST}?deleted=true`, `${LIST}/tree`, `${LIST}/new`]) {
    test(`finds ${place} accessible, light and dark`, async ({ page }) => {
      await page.goto(place);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });
  }

  test("finds an account's pages and the question before deleting accessible, light and dark", async ({ page }) => {
    test.slow();
    const path = await makeAccount(page, freeName("Hotel"));
    await expectAccessible(page);
    await page.getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await expectAccessible(page);
    await page.goto(`${path}/edit`);
    await expectAccessible(page);
  });
});

test("a viewer sees accounts but no control that changes them, and the action itself refuses", async ({
  page,
  browser,
}) => {
  await signInAs(page, OWNER);
  const path = await makeAccount(page, freeName("Hotel"));
  const viewerContext = await browser.newContext();
  const viewer = await viewerContext.newPage();
  await signInAs(viewer, VIEWER);
  await viewer.goto(path);
  await expect(viewer.getByRole("link", { name: "Payments" })).toBeVisible();
  for (const name of ["Edit", "Delete", "Add"]) {
    await expect(viewer.getByRole("button", { name, exact: true })).toBeHidden();
    await expect(viewer.getByRole("link", { name, exact: true })).toBeHidden();
  }
  await viewer.goto(`${path}/edit`);
  await expect(viewer.getByText("accounts:write")).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  const answer = await replayAction(page, () => page.getByRole("button", { name: "Delete account" }).click(), viewer);
  expect(answer).toContain('"code":"forbidden"');
  await viewer.goto(path);
  await expect(viewer.getByText("Deleted", { exact: true })).toBeHidden();
  await viewerContext.close();
});

test("a restricted member sees the own branch only", async ({ page }) => {
  await signInAs(page, "Support, restricted to Portugal");
  await page.goto(`${LIST}/tree`);
  const tree = page.getByRole("navigation", { name: "Account tree" });
  await expect(tree.getByRole("link", { name: "Aurora Lisboa Baixa" })).toBeVisible();
  await expect(tree.getByRole("link", { name: "Iberia" })).toBeHidden();
  await expect(tree.getByRole("link", { name: "Aurora Wien" })).toBeHidden();
  await page.goto("/boreal/accounts");
  await expect(page.getByRole("heading", { name: "Not found" })).toBeAttached();
});
