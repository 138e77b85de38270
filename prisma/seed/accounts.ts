import { createAccount } from "../../lib/accounts/commands";
import { createAccountInput } from "../../lib/accounts/schema";
import type { TenantActor } from "../../lib/actor";
import { ACCOUNT_TREES, type SeedAccount } from "./trees";

type Inherited = Pick<SeedAccount, "currency" | "country">;

/** Makes a tenant's account tree; answers ids by name. */
export async function seedAccounts(actor: TenantActor, tenantSlug: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const root of ACCOUNT_TREES[tenantSlug] ?? []) await seedBranch(actor, root, null, {}, ids);
  return ids;
}

async function seedBranch(
  actor: TenantActor,
  account: SeedAccount,
  parentId: string | null,
  inherited: Inherited,
  ids: Map<string, string>,
): Promise<void> {
  const { below = [], ...own } = { ...inherited, ...account };
  const isHotel = below.length === 0;
  const { id } = await createAccount(
    actor,
    createAccountInput.parse({
      ...own,
      parent_id: parentId,
      ...(isHotel ? { terms_and_conditions_url: "https://hotels.example/terms", metadata: { kind: "hotel" } } : {}),
    }),
  );
  ids.set(account.name, id);
  for (const child of below) await seedBranch(actor, child, id, { currency: own.currency, country: own.country }, ids);
}
