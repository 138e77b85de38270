import { env } from "../env";
import { outside } from "../tenant-db";
import { sandboxWebhook } from "./signature";

const TIMEOUT_MS = 10_000;

/**
 * Sends the webhook of an event to this installation. Runs as a job, which tries again until it is taken.
 * @throws Error unless the answer is a 2xx
 */
export async function notify(eventId: string): Promise<void> {
  const event = await outside.sandbox.findEvent(eventId);
  if (event === null) return;
  const body = JSON.stringify(event);
  const now = new Date();
  const answer = await fetch(`${env().appUrl}/api/v1/webhooks/sandbox`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "Bulkhead-Sandbox",
      "webhook-id": eventId,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": sandboxWebhook().sign(eventId, now, body),
    },
    body,
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`The webhook was answered with ${answer.status}`);
}
