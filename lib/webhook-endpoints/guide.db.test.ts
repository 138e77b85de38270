import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { webhookObjects } from "@/lib/jobs/webhook-objects";
import { asOwner, createTenant, doorsOfThisFile, makeAccount } from "@/lib/testing/fixtures";
import { makeWebhookEndpoint } from "@/lib/testing/webhooks";
import { freePort } from "@/scripts/ports";
import { deliverWebhook } from "./deliver";
import { resendWebhookDelivery } from "./delivery-commands";
import { fanOutMessages } from "./fan-out";

const database = doorsOfThisFile();
const ROOT = path.resolve(import.meta.dirname, "../..");
let receiver: ChildProcess | undefined;
// Beside the packages that the example imports.
const folder = mkdtempSync(path.join(ROOT, "node_modules/.guide-"));
afterEach(() => {
  receiver?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test("the receiver of docs/webhooks.md takes what is sent, once, and refuses what is not signed", async () => {
  const [, example = ""] = /```js\n([\s\S]+?)```/.exec(readFileSync(path.join(ROOT, "docs/webhooks.md"), "utf8")) ?? [];
  const file = path.join(folder, "receiver.mjs");
  writeFileSync(file, example);
  const port = await freePort();
  const tenant = await createTenant(database());
  const endpoint = await makeWebhookEndpoint(tenant, {
    url: `http://127.0.0.1:${port}/`,
    event_types: ["account.created"],
  });
  receiver = spawn(process.execPath, [file], {
    env: { ...process.env, PORT: String(port), WEBHOOK_SECRET: endpoint.secret },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  receiver.stdout?.on("data", (chunk) => {
    output += String(chunk);
  });
  await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(400), {
    timeout: 10_000,
  });

  const account = await makeAccount(tenant);
  await fanOutMessages(tenant.id, webhookObjects);
  const read = async () => {
    const [row] = await asOwner<{ id: string; status: string; last_status_code: number }>(
      database(),
      "select id, status, last_status_code from webhook_deliveries where tenant_id = $1",
      [tenant.id],
    );
    return row;
  };
  const id = (await read())?.id ?? "";
  await deliverWebhook({ tenant_id: tenant.id, delivery_id: id, tries: 0 });
  expect(await read()).toMatchObject({ status: "succeeded", last_status_code: 204 });
  await resendWebhookDelivery(tenant.system, { id });
  await deliverWebhook({ tenant_id: tenant.id, delivery_id: id, tries: 0 });
  expect(await read()).toMatchObject({ status: "succeeded" });
  await vi.waitFor(() => expect(output).toBe(`account.created ${account.id}\n`));
});
