import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, replayAction, signInAs } from "./pages";

const LIST = "/aurora/api-keys";

const freeName = () => `Key ${randomUUID().slice(0, 8)}`;
const secretDialog = (page: Page) => page.getByRole("dialog").filter({ hasText: "Copy it now" });

/** Creates a read-only key and gives its secret, with the dialog that shows it still open. */
async function createKey(page: Page, name: string): Promise<string> {
  await page.goto(`${LIST}/new`);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Read only" }).click();
  await page.getByRole("button", { name: "Create API key" }).click();
  return page.getByLabel("API key", { exact: true }).inputValue();
}

async function acknowledge(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: /I have stored/ }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page).toHaveURL(/api-keys\/[0-9a-f-]{36}$/);
}

async function whoami(page: Page, secret: string) {
  // Without the browser's cookies: the key alone counts.
  const answer = await fetch(new URL("/api/v1/whoami", page.url()), { headers: { authorization: `Bearer ${secret}` } });
  return { status: answer.status, body: await answer.json() };
}

test.beforeEach(async ({ page }) => {
  await signInAs(page, "Company Access (owner)");
});

test("a key is made with scopes, accounts and expiry, opens the API, and is refused once revoked", async ({ page }) => {
  const name = freeName();
  await page.goto(`${LIST}/new`);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Read only" }).click();
  await page.getByRole("checkbox", { name: "Create, update, confirm and cancel payment intents" }).click();
  await page.getByRole("checkbox", { name: "See the audit log" }).click();
  await page.getByRole("radio", { name: /Chosen accounts/ }).click();
  await page.getByLabel("Search accounts").fill("portugal");
  await page.getByRole("checkbox", { name: /^Portugal/ }).click();
  await page.getByLabel("Search accounts").fill("");
  const covered = page.getByRole("checkbox", { name: "Aurora Porto Ribeira" });
  await expect(covered).toBeChecked();
  await expect(covered).toBeDisabled();
  await page.getByLabel("Expiry").click();
  await page.getByRole("option", { name: "In 30 days" }).click();
  await page.getByRole("button", { name: "Create API key" }).click();
  const secret = await page.getByLabel("API key", { exact: true }).inputValue();
  expect(secret).toMatch(/^bh_rk_(live|test)_/);

  const { status, body } = await whoami(page, secret);
  expect(status).toBe(200);
  expect(body).toMatchObject({ kind: "api_key", name, tenant: { slug: "aurora" } });
  expect(body.permissions).toContain("payment_intents:write");
  expect(body.permissions).not.toContain("audit_logs:read");
  expect(body.account_ids.length).toBeGreaterThan(1);

  await acknowledge(page);
  await expect(page.getByRole("main")).toContainText("Portugal and all below it");
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await expect(page.getByRole("main")).toContainText("Ended by hand");
  await expect(page.getByRole("button", { name: /Revoke|Rotate/ })).toHaveCount(0);
  await expect(page.getByRole("list", { name: "History" })).toContainText("API key revoked");
  expect(await whoami(page, secret)).toMatchObject({ status: 401, body: { code: "token_invalid" } });
});

test("a secret is shown once: until it is acknowledged, and nowhere afterwards", async ({ page }) => {
  const secret = await createKey(page, freeName());
  await expect(page.getByRole("button", { name: "Done" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await page.mouse.click(5, 5);
  await expect(secretDialog(page)).toBeVisible();
  expect(page.url()).not.toContain(secret);
  await acknowledge(page);
  const hidden = secret.slice(-30, -4);
  expect(await page.content()).not.toContain(hidden);
  await page.goBack();
  await expect(page.getByRole("button", { name: "Create API key" })).toBeVisible();
  expect(await page.content()).not.toContain(hidden);
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain(hidden);
});

test("a rotated key works on through the overlap, beside its successor", async ({ page }) => {
  const old = await createKey(page, freeName());
  await acknowledge(page);
  const oldAddress = page.url();
  await page.getByRole("button", { name: "Rotate" }).click();
  await page.getByRole("radio", { name: "For an hour" }).click();
  await page.getByRole("button", { name: "Rotate key" }).click();
  const next = await page.getByLabel("API key", { exact: true }).inputValue();
  expect(next).not.toBe(old);
  await acknowledge(page);
  expect([(await whoami(page, old)).status, (await whoami(page, next)).status]).toEqual([200, 200]);
  await page.getByRole("link", { name: "The key before it" }).click();
  await expect(page).toHaveURL(oldAddress);
  await expect(page.getByRole("main")).toContainText("a newer key has taken its place");
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: "Rotate" })).toHaveCount(0);
  await page.getByRole("link", { name: "Open the key that replaces it" }).click();
  await expect(page).not.toHaveURL(oldAddress);
});

test("a rotation without overlap ends the old key at once", async ({ page }) => {
  const old = await createKey(page, freeName());
  await acknowledge(page);
  await page.getByRole("button", { name: "Rotate" }).click();
  await page.getByRole("radio", { name: /Not at all/ }).click();
  await page.getByRole("button", { name: "Rotate key" }).click();
  await expect(secretDialog(page)).toBeVisible();
  expect(await whoami(page, old)).toMatchObject({ status: 401, body: { code: "token_expired" } });
});

test("bad input is named beside its field", async ({ page }) => {
  await page.goto(`${LIST}/new`);
  await page.getByRole("radio", { name: /Chosen accounts/ }).click();
  await page.getByLabel("Expiry").click();
  await page.getByRole("option", { name: /date of my choice/ }).click();
  await page.getByLabel("Expires at").fill("2020-01-01T10:00");
  await page.getByRole("button", { name: "Create API key" }).click();
  await expect(page.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Name")).toBeFocused();
  await expect(page.getByLabel("Expires at")).toHaveAccessibleDescription(/in the future/i);
  for (const message of ["Choose at least one permission", "Choose at least one account"])
    await expect(page.getByText(message)).toBeVisible();
  await expectAccessible(page);
});

test("a list of keys is filtered by its address, whatever stands there", async ({ page }) => {
  const name = freeName();
  await createKey(page, name);
  await acknowledge(page);
  const table = page.getByRole("table", { name: "API keys" });
  await page.goto(`${LIST}?name=${name.toUpperCase()}&state=live`);
  await expect(table.locator("tbody tr")).toHaveCount(1);
  await expect(table).toContainText("Read only");
  await page.getByRole("navigation", { name: "State" }).getByRole("link", { name: "Revoked" }).click();
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.goBack();
  await expect(table.locator("tbody tr")).toHaveCount(1);
  const answer = await page.goto(`${LIST}?state=dead&permission=all&sort=secret&size=x&cursor=1`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByText("Left out of the filters").first()).toBeVisible();
  await page.goto(`${LIST}/nothing`);
  await expect(page.getByText("Nothing is here")).toBeVisible();
});

test("who may only read sees keys without controls, and the actions themselves refuse", async ({ page, browser }) => {
  const reader = await (await browser.newContext()).newPage();
  await signInAs(reader, "Finance, in both tenants");
  const secret = await createKey(page, freeName());
  await acknowledge(page);
  await reader.goto(page.url());
  await expect(reader.getByRole("heading", { level: 1 })).toContainText("Key ");
  await expect(reader.getByRole("button", { name: /Rotate|Revoke/ })).toHaveCount(0);
  await reader.goto(`${LIST}/new`);
  await expect(reader.getByRole("main")).toContainText("api_keys:write");
  const send = async () => {
    await page.getByRole("button", { name: "Revoke" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Revoke key" }).click();
  };
  expect(await replayAction(page, send, reader)).toContain("Insufficient permissions");
  expect((await whoami(page, secret)).status).toBe(200);

  const viewer = await (await browser.newContext()).newPage();
  await signInAs(viewer, "Viewer");
  await viewer.goto(LIST);
  await expect(viewer.getByRole("main")).toContainText("api_keys:read");
  await expect(viewer.getByRole("table")).toHaveCount(0);
});

test("list, form, secret, detail and dialogs have no accessibility violation", async ({ page }) => {
  test.slow();
  await page.goto(`${LIST}/new`);
  await page.getByRole("radio", { name: /Chosen accounts/ }).click();
  await expectAccessible(page);
  const name = freeName();
  await createKey(page, name);
  await expect(secretDialog(page)).toBeVisible();
  await expectAccessible(page);
  await acknowledge(page);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Rotate" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
  await page.goto(LIST);
  await expect(page.getByRole("table", { name: "API keys" })).toBeVisible();
  await expectAccessible(page);
});
