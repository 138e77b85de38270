import { z } from "zod";
import { uuid } from "../validation";
import { COUNT_CAP } from "./names";
import { volume } from "./schema";

/** Files are added up no further; a number above it says that there are more. */
export const FILE_CAP = 100_000;

const USAGE_KINDS = ["accounts", "payment_intents", "refunds", "documents", "audit_logs"] as const;

/** How much a tenant uses. Days are UTC. */
export const tenantUsage = z.object({
  id: uuid,
  requests: z
    .array(z.object({ day: z.iso.date(), count: z.int(), client_errors: z.int(), server_errors: z.int() }))
    .meta({
      examples: [[{ day: "2026-01-31", count: 1204, client_errors: 7, server_errors: 0 }]],
      description: "Requests to the API on each of the last 30 days; client_errors: answered 4xx, server_errors: 5xx",
    }),
  volume,
  rows: z.array(z.object({ kind: z.enum(USAGE_KINDS), count: z.int() })).meta({
    examples: [[{ kind: "accounts", count: 31 }]],
    description: `Rows in the database, deleted ones included; ${COUNT_CAP + 1} says more than ${COUNT_CAP}`,
  }),
  storage: z.object({ files: z.int(), bytes: z.int() }).meta({
    examples: [{ files: 212, bytes: 48_120_331 }],
    description: `Stored documents; with ${FILE_CAP + 1} files it is at least so many, and so many bytes`,
  }),
  api_keys: z.object({ live: z.int(), used: z.int() }).meta({
    examples: [{ live: 3, used: 2 }],
    description: "Keys that are neither revoked nor expired; used: within 30 days",
  }),
  members: z.object({ active: z.int(), signed_in: z.int() }).meta({
    examples: [{ active: 12, signed_in: 9 }],
    description: "Members at work; signed_in: within 30 days",
  }),
});
export type TenantUsage = z.infer<typeof tenantUsage>;
