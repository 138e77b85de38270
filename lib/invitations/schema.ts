import { z } from "zod";
import { defineList } from "../list-query";
import {
  REACHED_ACCOUNT_EXAMPLE,
  REACHES_NOTHING,
  reachedAccount,
  reachesSomething,
  reachFields,
} from "../reach-input";
import { email, text, uuid } from "../validation";
import { INVITATION_STATES } from "./names";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

/** An invitation as its tenant sees it: everything but the secret of its link. */
export const invitation = z.object({
  id: uuid,
  email: z.string().meta({ examples: ["ann@example.com"] }),
  state: z.enum(INVITATION_STATES).meta({ examples: ["open"] }),
  roles: z
    .array(z.object({ id: uuid, name: z.string() }))
    .meta({ examples: [[{ id: "0190a000-0000-7000-8000-00000000000b", name: "Finance" }]] }),
  restricted_to_accounts: z.boolean().meta({ examples: [true] }),
  accounts: z.array(reachedAccount).meta({
    examples: [REACHED_ACCOUNT_EXAMPLE],
    description: "Accounts that the person will be restricted to",
  }),
  invited_by: z
    .object({ user_id: uuid, name: z.string() })
    .nullable()
    .meta({
      examples: [{ user_id: "0190a000-0000-7000-8000-00000000000c", name: "Olivia Owner" }],
      description: "Who invited, or sent the link anew: nobody gets what this person could not give any more",
    }),
  sent_at: time,
  expires_at: time.meta({ examples: ["2026-02-07T09:30:00.000Z"] }),
  revoked_at: time.nullable().meta({ examples: [null] }),
  accepted_at: time.nullable().meta({ examples: [null] }),
  member_id: uuid.nullable().meta({ examples: [null], description: "The membership that came of it" }),
  created_at: time,
});
export type Invitation = z.infer<typeof invitation>;

/** A new link, shown this once. */
export const sentInvitation = z.object({
  invitation,
  link: z.string().meta({
    examples: ["https://bulkhead.example/invitation?token=…"],
    description: "What the mail leads to. Shown this once, never stored",
  }),
});
export type SentInvitation = z.infer<typeof sentInvitation>;

export const createInvitationInput = z
  .strictObject({
    email,
    role_ids: z
      .array(uuid)
      .min(1, "Choose at least one role")
      .max(50)
      .meta({ examples: [["0190a000-0000-7000-8000-00000000000b"]], description: "None that holds more than you do" }),
    ...reachFields,
  })
  .refine(reachesSomething, REACHES_NOTHING);
export type CreateInvitationInput = z.output<typeof createInvitationInput>;

const token = z.string().min(1).max(200);

export const acceptInvitationInput = z.strictObject({ token });
export type AcceptInvitationInput = z.output<typeof acceptInvitationInput>;

/** Whoever is new says who they are. What else a password must be like, the server says. */
export const acceptAsNewInput = z.strictObject({
  token,
  full_name: text(200),
  password: z.string().min(12, "Must have at least 12 characters").max(200, "Must have at most 200 characters"),
});
export type AcceptAsNewInput = z.output<typeof acceptAsNewInput>;

export const invitationId = z.strictObject({ id: uuid });

export const invitationList = defineList({
  name: "invitations",
  sorts: {
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
    email: { column: "email", type: "text", nullable: false },
    expires: { column: "expires_at", type: "timestamp", nullable: false },
  },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    state: { kind: "enum", column: "revoked_at", values: INVITATION_STATES },
    email: {
      kind: "text",
      match: "exact",
      lowerCase: true,
      column: "email",
      description: "Part of the address",
      example: "ann",
    },
    role: { kind: "uuid", column: "id", description: "Invitations that give one of these roles" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
