import { z } from "zod";
import { ALL_PERMISSIONS, type Permission } from "../permissions";
import { REACHED_ACCOUNT_EXAMPLE, reachedAccount } from "../reach-input";
import { uuid } from "../validation";

/** Whom a token stands for, and everything that it may do. */
export const whoami = z.object({
  kind: z.enum(["user", "api_key"]).meta({ examples: ["api_key"] }),
  id: uuid.meta({ description: "Id of the person or of the access key, as audit logs name it" }),
  name: z.string().meta({ examples: ["Booking engine"], description: "Name of the person or of the access key" }),
  email: z
    .string()
    .nullable()
    .meta({ examples: [null], description: "Of a person" }),
  last_four: z
    .string()
    .nullable()
    .meta({ examples: ["x9Qd"], description: "Of an access key" }),
  tenant: z.object({ id: uuid, slug: z.string(), name: z.string() }).meta({
    examples: [{ id: "0190a000-0000-7000-8000-00000000000f", slug: "aurora", name: "Aurora Hotels" }],
  }),
  roles: z
    .array(z.object({ id: uuid, name: z.string() }))
    .meta({ examples: [[]], description: "Of a person; a key has permissions of its own" }),
  permissions: z
    .array(z.enum(ALL_PERMISSIONS as [Permission, ...Permission[]]))
    .meta({ examples: [["accounts:read", "payment_intents:read"]], description: "All that the token may do" }),
  accounts: z
    .array(reachedAccount)
    .nullable()
    .meta({
      examples: [REACHED_ACCOUNT_EXAMPLE],
      description: "The chosen accounts of a restricted token; null: it is not restricted",
    }),
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
