import { listAccounts } from "../../lib/accounts/queries";
import { accountList } from "../../lib/accounts/schema";
import type { MemberActor } from "../../lib/actor";
import { createInvitation } from "../../lib/invitations/commands";
import { createInvitationInput } from "../../lib/invitations/schema";
import { parseListParams } from "../../lib/list-query";
import { createRole } from "../../lib/roles/commands";

/** A role of the tenant's own, and somebody who is invited to it for one region: the mail is in the outbox. */
export async function seedTeam(actor: MemberActor): Promise<void> {
  const { query } = parseListParams(accountList, { name: "portugal" }, { mode: "strict" });
  const [portugal] = (await listAccounts(actor, query)).items;
  if (!portugal) throw new Error("the demo has no account for Portugal");
  const role = await createRole(actor, {
    name: "Night audit",
    description: "Looks through the day's payments and files the papers",
    permissions: ["accounts:read", "payment_intents:read", "refunds:read", "documents:read", "documents:write"],
  });
  await createInvitation(
    actor,
    createInvitationInput.parse({
      email: "nuno@aurora-hotels.example",
      role_ids: [role.id],
      branch_ids: [portugal.id],
    }),
  );
}
