import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { personOf, SESSION_COOKIE, tokenOf } from "./people";

const viewer = personOf("Viewer");
const admin = personOf("Platform admin");

async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("a person signs in, lands in their tenant, and signs out", async ({ page, context }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in$/);
  await signIn(page, viewer);
  await expect(page).toHaveURL(new RegExp(`/${viewer.tenantSlug}`));
  const cookie = (await context.cookies()).find(({ name }) => name === SESSION_COOKIE);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(cookie?.value.split(".")).toHaveLength(3);
  await page.getByRole("button", { name: /Signed in as/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto(`/${viewer.tenantSlug}`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("a demo sign-in is one click", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: admin.fullName }).click();
  await expect(page).not.toHaveURL(/sign-in/);
});

test("a wrong password and an unknown person get the same sentence, and what was typed stays", async ({ page }) => {
  await page.goto("/sign-in");
  const sentences: (string | null)[] = [];
  for (const email of [viewer.email, "nobody@example.com"]) {
    await signIn(page, { email, password: "not the password" });
    const alert = page.getByRole("alert").filter({ hasText: "wrong" });
    await expect(alert).toBeVisible();
    sentences.push(await alert.textContent());
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
  }
  expect(new Set(sentences).size).toBe(1);
});

test("empty fields are named before anything is sent", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Enter your e-mail address")).toBeVisible();
  await expect(page.getByText("Enter your password")).toBeVisible();
});

test("a password can be looked at while it is typed, and is hidden until then", async ({ page }) => {
  await page.goto("/sign-in");
  const password = page.getByLabel("Password");
  await password.fill("four words made up");
  await expect(password).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show what is typed" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await expect(password).toHaveValue("four words made up");
  await page.getByRole("button", { name: "Hide what is typed" }).click();
  await expect(password).toHaveAttribute("type", "password");
});

test("after sign-in one comes to the page that was asked for", async ({ page }) => {
  const wanted = `/${viewer.tenantSlug}/payment-intents?status=FAILED`;
  await page.goto(wanted);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signIn(page, viewer);
  await expect(page).toHaveURL(wanted);
});

for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
  test(`sign-in does not lead to ${next}`, async ({ page, baseURL }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await signIn(page, viewer);
    await expect(page).toHaveURL(new RegExp(`^${baseURL}/${viewer.tenantSlug}`));
  });
}

test("a copied cookie is refused after sign-out", async ({ request, playwright, baseURL }) => {
  const token = await tokenOf(request, viewer);
  const thief = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { cookie: `${SESSION_COOKIE}=${token}` },
  });
  const visit = async () => (await thief.get("/", { maxRedirects: 0 })).headers().location;
  expect(await visit()).toBe(`/${viewer.tenantSlug}`);
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  await request.post("/api/auth/signout", { form: { csrfToken, json: "true" } });
  expect(await visit()).toMatch(/^\/sign-in/);
});

test("sign-in without next-auth's token against forged requests opens nothing", async ({ request }) => {
  const { email, password } = viewer;
  await request.post("/api/auth/callback/credentials", { form: { email, password, csrfToken: "x", json: "true" } });
  expect((await request.storageState()).cookies.map(({ name }) => name)).not.toContain(SESSION_COOKIE);
});

test("another tenant's pages are the same as a tenant's that never was", async ({ page }) => {
  await page.goto("/sign-in");
  await signIn(page, personOf("Company Access (owner)"));
  await expect(page).toHaveURL(/\/aurora/);
  const texts: (string | null)[] = [];
  for (const slug of ["boreal", "never-was"]) {
    await page.goto(`/${slug}/accounts`);
    await expect(page.getByRole("main")).toContainText(/not/i);
    texts.push(await page.getByRole("main").textContent());
  }
  expect(texts[0]).toBe(texts[1]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the sign-in page has no accessibility violation (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/sign-in");
    await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test("search engines are told to stay away, without a session", async ({ request }) => {
  const answer = await request.get("/robots.txt", { maxRedirects: 0 });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toMatch(/^User-agent: \*\nDisallow: \/$/m);
});
