import { z } from "zod";
import { reason } from "../reason";
import { SWITCHES } from "../switches";
import { uuid } from "../validation";

const switchName = z.enum(SWITCHES).meta({
  examples: ["payments"],
  description:
    "dashboard: pages, for members. api: session tokens and access keys at /api/v1. payments: making and confirming. " +
    "refunds: asking and approving. exports: data in bulk",
});

/** One switch of a tenant. */
const tenantSwitch = z.object({
  name: switchName,
  is_on: z.boolean().meta({ examples: [false] }),
  reason: z
    .string()
    .nullable()
    .meta({ examples: ["Chargebacks are being looked into"], description: "Why it is off; null: it is on" }),
  switched_off_by: z
    .object({ id: uuid, name: z.string().meta({ examples: ["Petra Platform"] }) })
    .nullable()
    .meta({ description: "Null where it is on, or an operator did it at the database" }),
  switched_off_at: z.iso
    .datetime()
    .nullable()
    .meta({ examples: ["2026-01-31T09:30:00.000Z"] }),
});
export type TenantSwitch = z.infer<typeof tenantSwitch>;

/** All switches of a tenant. */
export const tenantSwitches = z.object({
  tenant: z.object({ id: uuid, name: z.string().meta({ examples: ["Aurora Hotels"] }) }),
  switches: z.array(tenantSwitch),
});
export type TenantSwitches = z.infer<typeof tenantSwitches>;

export const setTenantSwitchInput = z.strictObject({
  id: uuid,
  switch: switchName,
  on: z.boolean().meta({ examples: [false], description: "True switches it on again" }),
  reason,
});
export type SetTenantSwitchInput = z.output<typeof setTenantSwitchInput>;
