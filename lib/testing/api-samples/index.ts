import type { Operation } from "@/lib/http/operation";
import type { HttpMethod } from "../api";
import type { TestTenant } from "../fixtures";
import { ownSamples } from "./own";
import { paymentSamples } from "./payments";
import { platformSamples } from "./platform";
import { platformTenantSamples } from "./platform-tenants";
import { publicSamples } from "./public";
import type { SampleRequest, Samples } from "./sample";
import { teamSamples } from "./team";
import { tenantSamples } from "./tenant";
import { webhookSamples } from "./webhooks";

export type { SampleRequest } from "./sample";

const SAMPLES: Samples = {
  ...tenantSamples,
  ...teamSamples,
  ...paymentSamples,
  ...publicSamples,
  ...ownSamples,
  ...webhookSamples,
  ...platformSamples,
  ...platformTenantSamples,
};

/**
 * A request that succeeds for whoever may make it, with records of its own to work on.
 * @param id names another record instead, such as another tenant's
 */
export async function sampleRequest(operation: Operation, tenant: TestTenant, id?: string): Promise<SampleRequest> {
  const sample = SAMPLES[operation.operationId];
  if (!sample) throw new Error(`lib/testing/api-samples has no request for ${operation.operationId}`);
  return { method: operation.method.toUpperCase() as HttpMethod, ...(await sample(tenant, id)) };
}

/** Id of a record of the kind that an operation names by id, or null where it names none. */
export async function sampleRecord(operation: Operation, tenant: TestTenant): Promise<string | null> {
  const { address, body } = await sampleRequest(operation, tenant);
  const id =
    new URL(address, "http://localhost").searchParams.get("id") ??
    body?.id ??
    body?.account_id ??
    body?.payment_intent_id;
  return typeof id === "string" ? id : null;
}
