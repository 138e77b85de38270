import { z } from "zod";
import { defineList } from "../list-query";
import { reason } from "../reason";
import { uuid } from "../validation";
import { VISIT_STATES, type VisitState } from "./names";

/** The longest visit, as the table's constraint says too. */
export const LONGEST_VISIT_MINUTES = 60;

/** States in which something may still happen. */
export const OPEN_VISIT_STATES: readonly VisitState[] = ["waiting", "agreed", "running"];

const END_CAUSES = ["time", "admin", "platform", "tenant", "access", "declined", "unanswered"] as const;

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const personName = z.string().meta({ examples: ["Petra Platform"] });

/** A platform admin's visit to a tenant, as the tenant sees it. */
export const visit = z.object({
  id: uuid,
  admin: z.object({ id: uuid, name: personName }).meta({ description: "Who steps in, by the name of that moment" }),
  reason,
  state: z.enum(VISIT_STATES).meta({
    examples: ["running"],
    description:
      "`waiting` for the tenant's word; `agreed`: it may begin; `running`; `ended`; `declined` by the tenant; `unanswered` in time",
  }),
  minutes: z.int().meta({ examples: [60], description: "How long it lasts from its beginning" }),
  asks_tenant: z.boolean().meta({ examples: [false], description: "The tenant demanded to be asked first" }),
  open_until: time.meta({ description: "Until when the tenant may answer, and a visit that it agreed to may begin" }),
  is_agreed: z
    .boolean()
    .nullable()
    .meta({ examples: [null], description: "The tenant's answer" }),
  answered_at: time.nullable(),
  answered_by_name: personName.nullable(),
  started_at: time.nullable(),
  ends_at: time.nullable().meta({ description: "When it ends by itself" }),
  ended_at: time.nullable().meta({ examples: [null] }),
  end_cause: z
    .enum(END_CAUSES)
    .nullable()
    .meta({
      examples: [null],
      description:
        "`time`: it was over; `admin`: by the visitor; `platform`: by another platform admin; `tenant`: by the tenant; `access`: " +
        "the visitor signed out or lost the role; `declined`, `unanswered`: it never began",
    }),
  ended_by_name: personName.nullable(),
  writing_reason: z
    .string()
    .nullable()
    .meta({ examples: ["The account's currency has to be put right"], description: "Why the visitor asks to write" }),
  writing_asked_at: time.nullable(),
  writing_agreement: z
    .string()
    .nullable()
    .meta({ examples: ["Agreed with the customer by phone"], description: "Why a second platform admin agreed" }),
  writing_agreed_at: time.nullable().meta({ description: "From then on the visit may write; null: it only reads" }),
  writing_agreed_by: z.object({ id: uuid, name: personName }).nullable(),
  created_at: time,
});
export type Visit = z.infer<typeof visit>;

/** The same as the platform's admins see it. */
export const platformVisit = visit.extend({
  tenant: z.object({
    id: uuid,
    slug: z.string().meta({ examples: ["aurora"] }),
    name: z.string().meta({ examples: ["Aurora Hotels"] }),
  }),
});
export type PlatformVisit = z.infer<typeof platformVisit>;

export const visitId = z.strictObject({ id: uuid });

export const startVisitInput = z.strictObject({
  tenant_id: uuid,
  reason,
  minutes: z
    .int()
    .min(5)
    .max(LONGEST_VISIT_MINUTES)
    .default(LONGEST_VISIT_MINUTES)
    .meta({ examples: [60] }),
});
export type StartVisitInput = z.output<typeof startVisitInput>;

/** Asking to write, agreeing to it, and ending somebody's visit each have a reason of their own. */
export const visitReasonInput = z.strictObject({ id: uuid, reason });
export type VisitReasonInput = z.output<typeof visitReasonInput>;

const shared = {
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  sizes: [25, 50, 100],
  defaultSize: 25,
} as const;

const state = { kind: "enum", column: "ended_at", values: VISIT_STATES } as const;

export const visitList = defineList({ ...shared, name: "visits", filters: { state } });

export const platformVisitList = defineList({
  ...shared,
  name: "platform_visits",
  filters: {
    state,
    tenant: { kind: "uuid", column: "tenant_id", description: "Visits to this tenant" },
    admin: { kind: "uuid", column: "user_id", description: "Visits of this platform admin" },
  },
});
