import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";
import { personOf } from "./people";

const OWNER = "Company Access (owner)";
const LIST = "/aurora/audit-logs";
const owner = personOf(OWNER);

test.beforeEach(({ page }) => signInAs(page, OWNER));

test("a change leaves an entry that says who, when, how, and what was before", async ({ page }) => {
  const before = `By the river ${randomBytes(4).toString("hex")}`;
  const after = `At the harbour ${randomBytes(4).toString("hex")}`;
  await page.goto("/aurora/accounts/new");
  await page.getByLabel("Name", { exact: true }).fill(`Hotel ${randomBytes(4).toString("hex")}`);
  await page.getByLabel("Display name (optional)").fill(before);
  await page.getByRole("combobox", { name: "Currency", exact: true }).click();
  await page.keyboard.type("EUR");
  await page.getByRole("option", { name: "EUR – Euro" }).click();
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Display name (optional)").fill(after);
  await page.getByRole("button", { name: "Save account" }).click();
  await page.getByRole("link", { name: "Account changed" }).click();
  await expect(page.getByRole("heading", { name: "Account changed", level: 1 })).toBeVisible();
  const difference = page.getByRole("table", { name: "Changed fields, before and after" });
  await expect(difference.getByRole("rowheader")).toHaveText(["Display name"]);
  await expect(difference.getByRole("cell", { name: before })).toBeVisible();
  await expect(difference.getByRole("cell", { name: after })).toBeVisible();
  await expect(page.getByText(owner.fullName)).toBeVisible();
  await expect(page.getByText("accounts.update")).toBeVisible();
  await expect(page.getByText(/HeadlessChrome|Chrome\//)).toBeVisible();
  await page.getByRole("link", { name: "Show all fields" }).click();
  await expect(page).toHaveURL(/fields=all/);
  await expect(difference.getByRole("rowheader", { name: "Tenant id" })).toBeVisible();
  await page.getByRole("link", { name: "All its changes" }).click();
  const log = page.getByRole("table", { name: "Audit log" });
  await expect(log.getByRole("link", { name: "Account changed" })).toBeVisible();
  await expect(log.getByRole("link", { name: "Account created" })).toBeVisible();
  await expect(log.getByRole("row")).toHaveCount(3);
  await page.goBack();
  await page.getByRole("link", { name: "Open the record" }).click();
  await expect(page).toHaveURL(/\/aurora\/accounts\/[0-9a-f-]{36}$/);
});

test("people, kinds of actor, tables, actions and times narrow the list, and the address holds them", async ({
  page,
}) => {
  await page.goto(LIST);
  const filter = async (name: string, option: string) => {
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("button", { name, exact: true }).click();
    await page.getByRole("checkbox", { name: option, exact: true }).click();
    await page.getByRole("button", { name: "Apply" }).click();
  };
  await filter("Kind of actor", "System");
  await expect(page).toHaveURL(/actor_kind=system/);
  await filter("Kind of record", "Accounts");
  await filter("Action", "Created");
  await expect(page).toHaveURL(/action=insert/);
  await expect(page.getByRole("link", { name: "Account created" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Payment intent created" })).toBeHidden();
  const url = page.url();
  await page.goBack();
  await expect(page).not.toHaveURL(/action=/);
  await page.goForward();
  await expect(page).toHaveURL(url);
  await page.getByRole("link", { name: "Clear all" }).click();
  await filter("Person", owner.fullName);
  await expect(page).toHaveURL(/user=[0-9a-f-]{36}/);
  await page.goto(`${LIST}?created_from=2020-01-01&created_to=2020-01-31`);
  await expect(page.getByText("Nothing matches")).toBeVisible();
});

test("the log is walked page by page, there and back", async ({ page }) => {
  await page.goto(`${LIST}?size=25&table=payment_intents`);
  const first = await page.locator("tbody tr").first().getByRole("link").getAttribute("href");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(page.locator("tbody tr")).toHaveCount(25);
  expect(await page.locator("tbody tr").first().getByRole("link").getAttribute("href")).not.toBe(first);
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(page.locator("tbody tr").first().getByRole("link")).toHaveAttribute("href", first ?? "");
});

test("wrong parameters and ids are left out, never an error", async ({ page }) => {
  const response = await page.goto(`${LIST}?user=me&action=none&table=users&created_from=soon&record=%00&cursor=x`);
  expect(response?.status()).toBe(200);
  await expect(page.getByText("Left out of the filters: user")).toBeVisible();
  await expect(page.getByRole("table", { name: "Audit log" }).getByRole("link").first()).toBeVisible();
  for (const id of ["nonsense", "0190a000-0000-7000-8000-00000000000a"]) {
    await page.goto(`${LIST}/${id}`);
    await expect(page.getByRole("heading", { name: "Not found" })).toBeAttached();
  }
});

test("the pages of the log are accessible, light and dark", async ({ page }) => {
  test.slow();
  await page.goto(LIST);
  await expectAccessible(page);
  await page.locator("tbody tr").first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Difference" })).toBeVisible();
  await expectAccessible(page);
});

test("a restricted member sees the changes of the own accounts only", async ({ page }) => {
  await signInAs(page, "Support, restricted to Portugal");
  await page.goto(`${LIST}?table=accounts&action=insert`);
  await expect(page.getByRole("row", { name: /Aurora Lisboa Baixa/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Aurora Wien/ })).toBeHidden();
});
