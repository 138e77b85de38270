import { z } from "zod";
import { defineList } from "../list-query";
import { multilineText, uuid } from "../validation";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const reason = multilineText(500).meta({ examples: ["Refunds of one guest again and again, we are looking into it"] });

/** A stop of all refunds of the tenant: while it is in force none is made, approved or sent again. */
export const refundStop = z.object({
  id: uuid,
  reason,
  stopped_by: z
    .object({
      kind: z.enum(["user", "api_key"]).meta({ examples: ["user"] }),
      id: uuid,
      name: z.string().meta({ examples: ["Fiona Weber"] }),
    })
    .nullable()
    .meta({ description: "Who stopped refunds; null for background work" }),
  lifted_at: time
    .nullable()
    .meta({ examples: [null], description: "When refunds were let go on; null: they are stopped" }),
  lifted_by: z
    .object({ id: uuid, name: z.string().meta({ examples: ["Olivia Chen"] }) })
    .nullable()
    .meta({ description: "Who let them go on: always a person" }),
  created_at: time.meta({ description: "When refunds were stopped" }),
  updated_at: time,
});
export type RefundStop = z.infer<typeof refundStop>;

export const createRefundStopInput = z.strictObject({ reason });
export type CreateRefundStopInput = z.output<typeof createRefundStopInput>;

export const refundStopId = z.strictObject({ id: uuid });

export const refundStopList = defineList({
  name: "refund_stops",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    lifted: { kind: "boolean", column: "lifted_at", description: "false: only the one that is in force" },
    created: { kind: "dateRange", column: "created_at" },
  },
  sizes: [25, 50, 100],
  defaultSize: 25,
});
