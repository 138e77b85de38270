import { ensureAccount, findAccountIdsByName } from "../accounts/by-name";
import { createAccountInput } from "../accounts/schema";
import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { Draft } from "../imports/mapping";
import type { AccountAnswer, ImportTarget } from "../imports/run";
import type { PaymentIntentMapping } from "../imports/schema";
import { importPaymentIntents } from "../payment-intents/import";
import { type ImportPaymentIntentInput, importPaymentIntentInput } from "../payment-intents/schema";

/**
 * Payment intents as the target of an import, on accounts found by name or made on demand. An actor who is restricted to
 * chosen accounts imports into these only, and makes none.
 * @param onAccount told of each account that is made with its id, or that a dry run would make with null, and awaited
 * @throws AppError `bad_request` if the account that the mapping puts above new ones does not exist
 */
export async function paymentIntentTarget(
  actor: TenantActor,
  mapping: PaymentIntentMapping,
  onAccount: (name: string, id: string | null) => void | Promise<void>,
): Promise<ImportTarget<ImportPaymentIntentInput>> {
  const { create } = mapping.account;
  const parentId = create?.parent === undefined ? null : await parentOf(actor, create.parent);
  const known = new Map<string, AccountAnswer>();

  async function answer(account: Draft["account"], name: string, dryRun: boolean): Promise<AccountAnswer> {
    if (!create || actor.accountIds) return refused(`There is no account named ${JSON.stringify(name)}`);
    const { currency, country } = account;
    const parsed = createAccountInput.safeParse({ name, currency, country, parent_id: parentId });
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refused(`account ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not valid"}`);
    }
    const id = dryRun ? null : await ensureAccount(actor, parsed.data);
    await onAccount(name, id);
    return { ok: true, id };
  }

  return {
    schema: importPaymentIntentInput,
    async write({ lines, ...batch }) {
      await importPaymentIntents(actor, { ...batch, lines: lines.flatMap(withAccount) });
      return [];
    },
    async accountsOf(drafts, dryRun) {
      const accounts = drafts.map(({ account }) => account);
      const unknown = new Set(accounts.flatMap(({ name }) => (name === null || known.has(name) ? [] : [name])));
      if (unknown.size > 0)
        for (const [name, id] of await findAccountIdsByName(actor, [...unknown]))
          if (actor.accountIds === null || actor.accountIds.includes(id)) known.set(name, { ok: true, id });
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

/** A run's lines have an account each: only a dry run has not made it. */
function withAccount<L extends { account_id: string | null }>(line: L): (L & { account_id: string })[] {
  return line.account_id === null ? [] : [{ ...line, account_id: line.account_id }];
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
