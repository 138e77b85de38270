import { z } from "zod";
import { ALL_PERMISSIONS, type Permission } from "../permissions";
import { uuid } from "../validation";

/** Whom a token stands for, and what it may do. */
export const whoami = z.object({
  kind: z.enum(["user", "api_key"]).meta({ examples: ["api_key"] }),
  name: z.string().meta({ examples: ["Booking engine"], description: "Name of the person or of the access key" }),
  tenant: z.object({ slug: z.string(), name: z.string() }).meta({
    examples: [{ slug: "aurora", name: "Aurora Hotels" }],
  }),
  permissions: z
    .array(z.enum(ALL_PERMISSIONS as [Permission, ...Permission[]]))
    .meta({ examples: [["accounts:read", "payment_intents:read"]] }),
  account_ids: z
    .array(uuid)
    .nullable()
    .meta({
      examples: [["0190a000-0000-7000-8000-00000000000a"]],
      description: "Accounts in reach, with all below the chosen ones; null: all accounts of the tenant",
    }),
  expires_at: z.iso
    .datetime()
    .nullable()
    .meta({ examples: ["2027-01-31T09:30:00.000Z"], description: "End of the session or key; null: none" }),
});
export type Whoami = z.infer<typeof whoami>;
