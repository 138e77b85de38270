import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./pages";
import { personNamed } from "./people";

const OWNER = "Company Access (owner)";
const PAGES = ["", "/payment-intents", "/accounts", "/settings"];

async function readIn(page: Page, locale: string): Promise<void> {
  const { origin } = new URL(test.info().project.use.baseURL ?? "");
  await page.context().addCookies([{ name: "bulkhead-locale", value: locale, url: origin }]);
}

test("a stranger gets the browser's language, and chooses another beside the sign-in", async ({ browser }) => {
  const context = await browser.newContext({ locale: "de-AT" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { name: "Bei Bulkhead anmelden" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByText("Geben Sie Ihre E-Mail-Adresse ein")).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to Bulkhead" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expectAccessible(page);
  await context.close();
});

test("a language of one's own shows at once and comes along to the next device", async ({ page, browser }) => {
  // Nobody else of the demo's specs works as this person.
  const person = personNamed("Quentin Admin");
  const signIn = async (own: Page) => {
    await own.goto("/sign-in");
    await own.getByLabel(/E-?mail/i).fill(person.email);
    await own.locator('input[type="password"]').fill(person.password);
    await own.locator('form button[type="submit"]').click();
    await own.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  };
  await signIn(page);
  await page.goto("/me/profile");
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Deutsch" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Sprache" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");

  const other = await browser.newContext();
  const phone = await other.newPage();
  await signIn(phone);
  await expect(phone.locator("html")).toHaveAttribute("lang", "de");
  await other.close();

  await page.getByRole("combobox", { name: "Sprache" }).click();
  await page.getByRole("option", { name: "English" }).click();
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Language" })).toBeVisible();
});

for (const [locale, direction] of [
  ["de", "ltr"],
  ["ar-XB", "rtl"],
] as const) {
  for (const path of PAGES) {
    test(`${path || "/"} in ${locale} is whole: every text is there, nothing sticks out, axe finds nothing`, async ({
      page,
    }) => {
      const problems: string[] = [];
      page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(error.message));
      await signInAs(page, OWNER);
      await readIn(page, locale);
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`/aurora${path}`);
        await expect(page.locator("html")).toHaveAttribute("dir", direction);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        const sticksOutPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(sticksOutPx).toBeLessThanOrEqual(0);
        // What next-intl writes where a text is missing.
        await expect(page.locator("body")).not.toContainText(/\b(?:client|server)\.[a-z]\w+\.\w/, {
          useInnerText: true,
        });
      }
      await expectAccessible(page);
      expect(problems).toEqual([]);
    });
  }
}

test("what is wrong with a field is said in the page's language, by the browser and by the server", async ({
  page,
}) => {
  await signInAs(page, OWNER);
  await readIn(page, "de");
  await page.goto("/aurora/accounts/new");
  await page
    .getByRole("button", { name: /anlegen|Konto/ })
    .last()
    .click();
  await expect(page.getByText("Pflichtfeld").or(page.getByText("Erforderlich")).first()).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Aurora Lisboa Baixa");
  await page.getByRole("combobox", { name: "Währung" }).first().click();
  await page.getByRole("option", { name: /EUR/ }).first().click();
  await page.locator('form button[type="submit"]').click();
  await expect(page.getByText(/gibt es schon|existiert bereits|gibt es bereits/).first()).toBeVisible();
});

test("German pages call countries and currencies by their German names, and order them by these", async ({ page }) => {
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await signInAs(page, OWNER);
  await readIn(page, "de");
  await page.goto("/aurora/accounts");
  await expect(page.getByRole("cell", { name: "Deutschland", exact: true }).first()).toBeVisible();
  await expect(page.locator("time").first()).toHaveText(/^\d{1,2}\. \p{L}+\.? \d{4}, \d{2}:\d{2}$/u);
  expect(problems).toEqual([]);
  await page.goto("/aurora/accounts/new");
  await page.getByRole("combobox", { name: "Land" }).click();
  const options = page.getByRole("option");
  await expect(options.first()).toBeVisible();
  await page.keyboard.type("Öster");
  await expect(options).toHaveText([/Österreich/]);
});
