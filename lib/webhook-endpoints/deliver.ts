import { Webhook } from "standardwebhooks";
import { env } from "../env";
import { sendOut } from "../outbound/send";
import { VERSION } from "../version";
import { type DeliveryTools, type DueDelivery, isPing, readDue } from "./due";
import { postpone, recordAttempt, recordHeld } from "./record-attempt";
import { openSecret } from "./secrets";

const TOOLS: DeliveryTools = {
  now: Date.now,
  random: Math.random,
  send: (outgoing) => sendOut(outgoing, { allowLoopback: env().webhookAllowLoopback }),
};

/**
 * Sends one delivery and records what came of it. Nothing is open in the database while the request is on its way; a
 * process that dies in between sends again, under the same id.
 * @param tries how many there were when the job was added: a job that is out of date does nothing
 */
export async function deliverWebhook(
  { tenant_id: tenantId, delivery_id, tries }: { tenant_id: string; delivery_id: string; tries: number },
  tools: DeliveryTools = TOOLS,
): Promise<void> {
  const due = await readDue(tenantId, delivery_id, tries);
  if (!due) return;
  if (!due.tenant_is_active) return postpone(tenantId, due);
  // A ping is asked for by somebody who wants to know whether the endpoint could be switched on.
  if (due.endpoint_status !== "enabled" && !isPing(due)) return recordHeld(tenantId, due);
  const signed = sign(tenantId, due, tools.now());
  const result = signed.headers
    ? await tools.send({ url: due.url, headers: signed.headers, body: due.body })
    : { durationMs: 0, answer: null, error: signed.problem };
  await recordAttempt(tenantId, due, signed.headers ?? {}, result, tools);
}

type Signed = { headers: Record<string, string>; problem: null } | { headers: null; problem: string };

/** The headers of a request, with one signature for each live secret, newest first. */
function sign(tenantId: string, due: DueDelivery, nowMs: number): Signed {
  const at = new Date(nowMs);
  const signatures = due.secrets.flatMap((sealed) => {
    const secret = openSecret(Buffer.from(sealed, "hex"), { tenantId, endpointId: due.endpoint_id });
    return secret ? [new Webhook(secret).sign(due.message_id, at, due.body)] : [];
  });
  if (signatures.length === 0)
    return { headers: null, problem: "The endpoint's secret cannot be read: rotate it, and send again" };
  return {
    headers: {
      "content-type": "application/json",
      "user-agent": `Bulkhead/${VERSION}`,
      "webhook-id": due.message_id,
      "webhook-timestamp": String(Math.floor(nowMs / 1000)),
      "webhook-signature": signatures.join(" "),
    },
    problem: null,
  };
}
