import { randomBytes } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { pdfOf, pngOf } from "@/prisma/seed/sample-files";
import { expectAccessible, signInAs } from "./pages";

const OWNER = "Company Access (owner)";
const VIEWER = "Viewer";
const LIST = "/aurora/documents";

/** A name that no other test has. */
const freeName = (what: string) => `${what} ${randomBytes(4).toString("hex")}`;

const pdf = (title: string, name = "contract.pdf") => ({
  name,
  mimeType: "application/pdf",
  buffer: pdfOf([title, randomBytes(8).toString("hex")]),
});

/** Uploads from the list; answers the address of the document's page. */
async function upload(page: Page, title: string, file = pdf(title)): Promise<string> {
  await page.goto(LIST);
  await page.getByRole("button", { name: "Upload document" }).first().click();
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByLabel("Title (optional)").fill(title);
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(
    page.getByRole("region", { name: /^Notifications/ }).getByText(/^(Uploaded|Version \d+ is stored)$/),
  ).toBeVisible();
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  return new URL(page.url()).pathname;
}

test.describe("an owner", () => {
  test.beforeEach(({ page }) => signInAs(page, OWNER));

  test("uploads a file, sees it, downloads the same bytes, deletes and restores it", async ({ page }) => {
    const title = freeName("Contract");
    const file = pdf(title);
    await upload(page, title, file);
    await expect(page.locator(`iframe[title="Preview of ${title}"]`)).toBeVisible();
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download", exact: true }).first().click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("contract.pdf");
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(file.buffer)).toBe(true);

    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete document" }).click();
    await expect(page.getByText("Restore the document to look at it.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Download", exact: true })).toHaveCount(0);
    await page.getByRole("button", { name: `Restore ${title}` }).click();
    await expect(page.locator(`iframe[title="Preview of ${title}"]`)).toBeVisible();
  });

  test("is told at once of a file that is too large, and may choose another", async ({ page }) => {
    await page.goto(LIST);
    await page.getByRole("button", { name: "Upload document" }).first().click();
    const choose = (buffer: Buffer) =>
      page.getByLabel("File", { exact: true }).setInputFiles({ name: "large.txt", mimeType: "text/plain", buffer });
    await choose(Buffer.alloc(21_000_000, "a"));
    await expect(page.getByText("The file must have 21 MB at most")).toBeVisible();
    await expect(page.getByRole("button", { name: "Upload", exact: true })).toBeDisabled();
    await choose(Buffer.from("small enough"));
    await expect(page.getByRole("button", { name: "Upload", exact: true })).toBeEnabled();
  });

  test("adds a version, and is told of a file that is there already", async ({ page }) => {
    const title = freeName("Terms");
    const path = await upload(page, title);
    const next = pdf(title, "terms-2.pdf");
    for (const message of ["Version 2 is stored", `This file is there already: ${title}`]) {
      await page.getByRole("button", { name: "New version" }).click();
      await page.getByLabel("File", { exact: true }).setInputFiles(next);
      await page.getByRole("button", { name: "Upload", exact: true }).click();
      await expect(page.getByText(message)).toBeVisible();
    }
    await expect(page).toHaveURL(path);
    await page.getByRole("link", { name: "Version 2", exact: true }).click();
    await expect(page.getByText("terms-2.pdf")).toBeVisible();
  });

  test("shows a picture, and changes what is known of it", async ({ page }) => {
    const [title, renamed] = [freeName("Front desk"), freeName("Lobby")];
    const shade = () => randomBytes(1)[0] ?? 0;
    await upload(page, title, { name: "desk.png", mimeType: "image/png", buffer: pngOf([shade(), shade(), shade()]) });
    const picture = page.getByRole("img", { name: title });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Edit details" }).click();
    await page.getByLabel("Title", { exact: true }).fill(renamed);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: renamed, level: 1 })).toBeVisible();
  });

  test("learns why a file is refused", async ({ page }) => {
    await page.goto(LIST);
    await page.getByRole("button", { name: "Upload document" }).first().click();
    const page_html = { name: "page.html", mimeType: "text/html", buffer: Buffer.from("<html></html>") };
    await page.getByLabel("File", { exact: true }).setInputFiles(page_html);
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await expect(page.getByText(/^Must be a file of one of these types/)).toBeVisible();
    await expectAccessible(page);
  });

  test("finds papers at a payment and files one there", async ({ page }) => {
    const title = freeName("Evidence");
    await page.goto("/aurora/payment-intents?status=PROCESSED");
    await page.getByRole("row").nth(1).getByRole("link").first().click();
    const card = page.locator("section", { has: page.getByRole("heading", { name: "Documents", level: 2 }) });
    await card.getByRole("button", { name: "Upload" }).click();
    await page.getByLabel("File", { exact: true }).setInputFiles(pdf(title));
    await page.getByLabel("Title (optional)").fill(title);
    await page.getByRole("dialog").getByRole("button", { name: "Upload", exact: true }).click();
    await expect(card.getByRole("link", { name: title })).toBeVisible();
  });
});

test("a viewer downloads and changes nothing, and a stranger gets nothing", async ({ page, browser }) => {
  await signInAs(page, OWNER);
  const path = await upload(page, freeName("Secret"));
  const id = path.split("/").at(-1);
  const bytes = `/api/dashboard/aurora/document/content?id=${id}`;
  await signInAs(page, VIEWER);
  await page.goto(path);
  await expect(page.getByRole("link", { name: "Download", exact: true }).first()).toBeVisible();
  for (const name of ["Delete", "New version", "Edit details"])
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  expect((await page.request.get(bytes)).status()).toBe(200);
  expect((await page.request.get(bytes, { headers: { "sec-fetch-site": "cross-site" } })).status()).toBe(404);
  const origin = new URL(page.url()).origin;
  const form = { file: { name: "a.pdf", mimeType: "application/pdf", buffer: pdfOf(["x"]) } };
  const refused = await page.request.post("/api/dashboard/aurora/document", { multipart: form, headers: { origin } });
  expect(refused.status()).toBe(403);
  await signInAs(page, OWNER);
  const foreign = { origin: "https://evil.example" };
  const forged = await page.request.post("/api/dashboard/aurora/document", { multipart: form, headers: foreign });
  expect(forged.status()).toBe(403);
  const stranger = await browser.newContext();
  const answer = await stranger.request.get(new URL(bytes, origin).href, { maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  await stranger.close();
});

test("list and document are accessible in both themes, and fit a phone", async ({ page }) => {
  await signInAs(page, OWNER);
  await page.goto(LIST);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Acquiring contract" }).first().click();
  await expect(page.getByRole("heading", { name: "Acquiring contract", level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of [page.url(), LIST]) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
});
