import { ensureAccount, findAccountIdsByName } from "@/lib/accounts/by-name";
import { createAccountInput } from "@/lib/accounts/schema";
import type { TenantActor } from "@/lib/actor";
import { AppError } from "@/lib/errors";
import type { AccountAnswer, ImportTarget } from "@/lib/imports/commands";
import type { Draft } from "@/lib/imports/mapping";
import type { ImportMapping } from "@/lib/imports/schema";
import { importPaymentIntents } from "@/lib/payment-intents/import";
import { type ImportPaymentIntentInput, importPaymentIntentInput } from "@/lib/payment-intents/schema";

/**
 * Payment intents as the target of an import, on accounts found by name or made on demand.
 * @param onAccount told of each account that is made, or that a dry run would make
 * @throws AppError `bad_request` if the account that the mapping puts above new ones does not exist
 */
export async function paymentIntentTarget(
  actor: TenantActor,
  mapping: ImportMapping,
  onAccount: (name: string) => void,
): Promise<ImportTarget<ImportPaymentIntentInput>> {
  const { create } = mapping.account;
  const parentId = create?.parent === undefined ? null : await parentOf(actor, create.parent);
  const known = new Map<string, AccountAnswer>();

  async function answer(account: Draft["account"], name: string, dryRun: boolean): Promise<AccountAnswer> {
    if (!create) return refused(`There is no account named ${JSON.stringify(name)}`);
    const { currency, country } = account;
    const parsed = createAccountInput.safeParse({ name, currency, country, parent_id: parentId });
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refused(`account ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not valid"}`);
    }
    onAccount(name);
    return { ok: true, id: dryRun ? null : await ensureAccount(actor, parsed.data) };
  }

  return {
    schema: importPaymentIntentInput,
    write: (batch) => importPaymentIntents(actor, batch),
    async accountsOf(accounts, dryRun) {
      const unknown = new Set(accounts.flatMap(({ name }) => (name === null || known.has(name) ? [] : [name])));
      if (unknown.size > 0)
        for (const [name, id] of await findAccountIdsByName(actor, [...unknown])) known.set(name, { ok: true, id });
      const answers: AccountAnswer[] = [];
      for (const account of accounts) {
        const { name } = account;
        if (name === null) {
          answers.push(refused("The account's name is missing"));
          continue;
        }
        const found = known.get(name) ?? (await answer(account, name, dryRun));
        // A refusal may depend on the line's own currency or country.
        if (found.ok) known.set(name, found);
        answers.push(found);
      }
      return answers;
    },
  };
}

function refused(reason: string): AccountAnswer {
  return { ok: false, reason };
}

async function parentOf(actor: TenantActor, name: string): Promise<string> {
  const id = (await findAccountIdsByName(actor, [name])).get(name);
  if (!id)
    throw new AppError("bad_request", `The mapping's account.create.parent, ${JSON.stringify(name)}, does not exist`);
  return id;
}
