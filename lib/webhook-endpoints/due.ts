import type { OutboundRequest, SendResult } from "../outbound/send";
import { sql, tenantRead } from "../tenant-db";
import { webhookActor } from "./background";
import { PING } from "./event-types";

/** What a test puts in the place of clock, chance and network. */
export interface DeliveryTools {
  now: () => number;
  random: () => number;
  send: (outgoing: OutboundRequest) => Promise<SendResult>;
}

/** A delivery that is due, with what is needed to send it. */
export interface DueDelivery {
  id: string;
  message_id: string;
  event_type: string;
  body: string;
  tries: number;
  endpoint_id: string;
  url: string;
  endpoint_status: "enabled" | "disabled";
  tenant_is_active: boolean;
  /** When this try was to be, to the microsecond. */
  planned_at: string;
  /** Sealed secrets in hex, newest first. */
  secrets: string[];
}

/** True for a test: it is tried once, also where the endpoint is switched off, and no endpoint fails by it. */
export const isPing = ({ event_type }: Pick<DueDelivery, "event_type">) => event_type === PING;

/** The delivery if it is pending and has had exactly so many tries; null otherwise. */
export async function readDue(tenantId: string, id: string, tries: number): Promise<DueDelivery | null> {
  const [due] = await tenantRead(webhookActor(tenantId), null, (db) =>
    db.rows<DueDelivery>(
      sql`select d.id, d.message_id, d.event_type, d.body, d.tries, e.id as endpoint_id, e.url, e.status as endpoint_status,
            (select t.status = 'active' from tenants t where t.id = d.tenant_id) as tenant_is_active,
            d.next_attempt_at::text as planned_at,
            array(select encode(s.sealed_secret, 'hex') from webhook_secrets s where s.tenant_id = e.tenant_id
              and s.endpoint_id = e.id and (s.expires_at is null or s.expires_at > now()) order by s.id desc) as secrets
          from webhook_deliveries d join webhook_endpoints e on e.tenant_id = d.tenant_id and e.id = d.endpoint_id
          where d.tenant_id = ${tenantId}::uuid and d.id = ${id}::uuid and d.status = 'pending' and d.tries = ${tries}`,
      "webhook_delivery_due",
    ),
  );
  return due ?? null;
}
