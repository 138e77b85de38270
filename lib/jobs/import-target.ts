import type { TenantActor } from "../actor";
import type { ImportOptions } from "../imports/run";
import { accountTarget, parentsFirst } from "./import-accounts";
import { paymentIntentTarget } from "./import-payments";

/** A run without what its lines become, which the mapping says. */
export type PlainImport = Omit<ImportOptions<unknown>, "target">;

/**
 * Does something with a run that has its target: of payments or of accounts.
 * @param onAccount told of each account that is made for payments (its id), or that a dry run would make (null)
 */
export async function withTarget<R>(
  actor: TenantActor,
  { mapping, ...options }: PlainImport,
  onAccount: (name: string, id: string | null) => void | Promise<void>,
  run: <Input>(options: ImportOptions<Input>) => Promise<R>,
): Promise<R> {
  if (mapping.resource === "payment_intents")
    return run({ ...options, mapping, target: await paymentIntentTarget(actor, mapping, onAccount) });
  const read = () => parentsFirst(options.read(), mapping);
  return run({ ...options, mapping, read, target: accountTarget(actor) });
}
