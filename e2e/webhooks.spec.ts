import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { expectAccessible, replayAction, signInAs } from "./pages";

const OWNER = "Company Access (owner)";
const VIEWER = "Viewer";
const LIST = "/aurora/webhooks";

interface Received {
  body: string;
  headers: Record<string, string>;
}

let server: Server;
let received: Received[];
let status: number;

test.beforeEach(async () => {
  received = [];
  status = 200;
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    received.push({ body: Buffer.concat(chunks).toString(), headers });
    response.writeHead(status, { "content-type": "text/plain" }).end(status === 200 ? "thank you" : "not today");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

test.afterEach(() => new Promise((resolve) => server.close(resolve)));

const receiverUrl = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;

/** Makes an endpoint for payment intents by its form; answers the address of its page and its secret. */
async function makeEndpoint(page: Page): Promise<{ path: string; secret: string }> {
  await page.goto(`${LIST}/new`);
  await page.getByLabel("Address").fill(receiverUrl());
  await page.getByRole("checkbox", { name: /^payment_intent\.created/ }).check();
  await page.getByRole("button", { name: "Create endpoint" }).click();
  const secret = await page.getByRole("textbox", { name: "Signing secret" }).inputValue();
  await page.getByRole("checkbox", { name: "I have stored the secret in a safe place" }).check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { name: receiverUrl(), level: 1 })).toBeVisible();
  return { path: new URL(page.url()).pathname, secret };
}

test.describe("an owner", () => {
  test.beforeEach(({ page }) => signInAs(page, OWNER));

  test("makes an endpoint, sees its secret once, and a test arrives signed with it", async ({ page }) => {
    const { path, secret } = await makeEndpoint(page);
    expect(secret).toMatch(/^whsec_/);
    await page.getByRole("button", { name: "Send test" }).click();
    // The endpoint's page counts what was received under the same word.
    await expect(page).toHaveURL(/\/webhooks\/deliveries\//);
    await expect(page.getByText("Received", { exact: true }).first()).toBeVisible();
    const [request] = received;
    expect(new Webhook(secret).verify(request?.body ?? "", request?.headers ?? {})).toMatchObject({
      tenant: { name: "Aurora Hotels" },
    });
    await expect(page.getByLabel("Body of answer 1")).toHaveText("thank you");
    await expectAccessible(page);
    await page.goto(path);
    await expect(page.getByText(secret)).toHaveCount(0);
    await expectAccessible(page);
  });

  test("rotates the secret: requests carry a signature of each", async ({ page }) => {
    const { path, secret: before } = await makeEndpoint(page);
    await page.getByRole("button", { name: "Rotate secret" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Rotate secret" }).click();
    const after = await page.getByRole("textbox", { name: "Signing secret" }).inputValue();
    expect(after).not.toBe(before);
    await page.getByRole("checkbox", { name: "I have stored the secret in a safe place" }).check();
    await page.getByRole("button", { name: "Done" }).click();
    await page.goto(path);
    await page.getByRole("button", { name: "Send test" }).click();
    await expect.poll(() => received.length).toBe(1);
    const [request] = received;
    for (const secret of [before, after])
      expect(new Webhook(secret).verify(request?.body ?? "", request?.headers ?? {})).toBeTruthy();
  });

  test("sees why a request failed, sends it again, pauses the endpoint and switches it on", async ({ page }) => {
    const { path } = await makeEndpoint(page);
    status = 503;
    await page.getByRole("button", { name: "Send test" }).click();
    await expect(page.getByLabel("Body of answer 1")).toHaveText("not today");
    status = 200;
    await page.getByRole("button", { name: /^Send again/ }).click();
    await expect(page.getByText("Received", { exact: true }).first()).toBeVisible();
    await page.goto(path);
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Pause endpoint" }).click();
    await expect(page.getByText("Paused").first()).toBeVisible();
    await page.getByRole("button", { name: "Switch on" }).click();
    await expect(page.getByText("Enabled").first()).toBeVisible();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await page.getByRole("button", { name: "Delete endpoint" }).click();
    await expect(page).toHaveURL(LIST);
    await expect(page.getByText(receiverUrl())).toHaveCount(0);
  });

  test("learns why an address is refused", async ({ page }) => {
    await page.goto(`${LIST}/new`);
    await page.getByRole("checkbox", { name: /^payment_intent\.created/ }).check();
    for (const address of ["http://example.com/hooks", "https://10.0.0.1/hooks", "https://user:pass@example.com/"]) {
      await page.getByLabel("Address").fill(address);
      await page.getByRole("button", { name: "Create endpoint" }).click();
      await expect(page.getByLabel("Address")).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByLabel("Address")).toHaveAccessibleDescription(/\S/);
    }
    await expectAccessible(page);
  });

  for (const path of [LIST, `${LIST}/new`, `${LIST}/deliveries`])
    test(`finds ${path} accessible, light and dark`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });
});

test("a viewer is shown no webhooks, and the action itself refuses", async ({ page, browser }) => {
  await signInAs(page, OWNER);
  const { path } = await makeEndpoint(page);
  const viewer = await (await browser.newContext()).newPage();
  await signInAs(viewer, VIEWER);
  await viewer.goto(path);
  await expect(viewer.getByText(receiverUrl())).toHaveCount(0);
  const answer = await replayAction(page, () => page.getByRole("button", { name: "Send test" }).click(), viewer);
  expect(answer).toContain("Insufficient permissions");
  expect(received).toEqual([]);
});
