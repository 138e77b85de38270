import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll } from "vitest";
import { createWebhookEndpoint } from "@/lib/webhook-endpoints/commands";
import { createWebhookEndpointInput } from "@/lib/webhook-endpoints/schema";
import type { TestTenant } from "./fixtures";

/** An endpoint that listens to everything; `url` leads nowhere unless told. */
export async function makeWebhookEndpoint(tenant: TestTenant, given: Record<string, unknown> = {}) {
  const made = await createWebhookEndpoint(
    tenant.system,
    createWebhookEndpointInput.parse({ url: "https://hooks.example.com/bulkhead", event_types: ["*"], ...given }),
  );
  return { ...made.webhook_endpoint, secret: made.secret };
}

/** A request as a receiver got it. */
export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver {
  url: string;
  received: ReceivedRequest[];
  /** Answers the requests to come; 200 and `ok` unless told. */
  answer: (request: ReceivedRequest, response: ServerResponse) => void;
}

const OK: Receiver["answer"] = (_request, response) =>
  response.writeHead(200, { "content-type": "text/plain" }).end("ok");

/** A receiver of webhooks on this machine, empty before each test. */
export function receiverOfThisFile(): () => Receiver {
  let receiver: Receiver | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url: path = "", headers } = request;
    const received = { method, path, headers, body: Buffer.concat(chunks).toString() };
    receiver?.received.push(received);
    receiver?.answer(received, response);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    receiver = { url: `http://127.0.0.1:${port}/hooks`, received: [], answer: OK };
  });
  afterEach(() => {
    if (receiver) Object.assign(receiver, { received: [], answer: OK });
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return () => {
    if (!receiver) throw new Error("The receiver exists within tests and hooks only");
    return receiver;
  };
}
