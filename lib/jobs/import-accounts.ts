import { requireAllAccounts } from "../account-reach";
import { findAccountIdsByName } from "../accounts/by-name";
import { type ImportAccountInput, importAccount, importAccountInput, nameOfPath } from "../accounts/import";
import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { FileLine } from "../imports/lines";
import { bindMapping } from "../imports/mapping";
import type { AccountAnswer, ImportTarget } from "../imports/run";
import type { AccountMapping } from "../imports/schema";

/** Lines of one file of accounts: they are held in memory, to be put in the order of the tree. */
const MAX_LINES = 50_000;

/**
 * Accounts as the target of an import, each below the account that it names, which is there or comes before it in the
 * file. An account whose name is taken is skipped: by its name it is there already.
 * @throws AppError `forbidden` for an actor who is restricted to chosen accounts
 */
export function accountTarget(actor: TenantActor): ImportTarget<ImportAccountInput> {
  requireAllAccounts(actor);
  /** Ids by name in lower case; null where a dry run would make it. */
  const known = new Map<string, string | null>();
  /** Names that lines of this file have, so that two lines are not one account. */
  const inFile = new Set<string>();

  async function lookUp(names: readonly string[]): Promise<void> {
    const unknown = names.filter((name) => !known.has(name.toLowerCase()));
    if (unknown.length === 0) return;
    for (const [name, id] of await findAccountIdsByName(actor, [...new Set(unknown)]))
      known.set(name.toLowerCase(), id);
  }

  function answer(name: string, parent: string | null): AccountAnswer {
    const key = name.toLowerCase();
    if (inFile.has(key)) return { ok: false, reason: `The file has an account ${JSON.stringify(name)} already` };
    if (known.has(key)) return { ok: false, reason: "It is there already", isThere: true };
    const above = parent === null ? null : nameOfPath(parent).toLowerCase();
    if (above !== null && !known.has(above) && !inFile.has(above))
      return { ok: false, reason: `There is no account named ${JSON.stringify(parent)}` };
    inFile.add(key);
    return { ok: true, id: null };
  }

  return {
    schema: importAccountInput,
    async accountsOf(drafts) {
      const wanted = drafts.map(({ record, account }) => ({ name: String(record.name), parent: account.name }));
      await lookUp(wanted.flatMap(({ name, parent }) => [name, ...(parent === null ? [] : [nameOfPath(parent)])]));
      return wanted.map(({ name, parent }) => answer(name.trim(), parent));
    },
    async write({ lines, ...batch }) {
      const unwritten: { line: number; reason: string }[] = [];
      for (const { line, line_key, input } of lines) {
        const above = input.parent === null ? null : nameOfPath(input.parent).toLowerCase();
        const parentId = above === null ? null : known.get(above);
        try {
          if (parentId === undefined)
            throw new AppError("not_found", `The account above, ${JSON.stringify(input.parent)}, was not imported`);
          known.set(
            input.name.toLowerCase(),
            await importAccount(actor, batch, { line_key, input, parent_id: parentId }),
          );
        } catch (error) {
          // One account that cannot be does not hold up the others; what nobody expected ends the run.
          const isExpected =
            error instanceof AppError && !["unavailable", "internal", "forbidden"].includes(error.code);
          if (!isExpected) throw error;
          const [issue] = error.issues ?? [];
          unwritten.push({ line, reason: issue ? `${issue.loc.slice(1).join(".")}: ${issue.msg}` : error.message });
        }
      }
      return unwritten;
    },
  };
}

/**
 * The lines of a file of accounts, those above before those below, else in the order of the file. What hangs together in
 * a circle comes last, and is refused there.
 * @throws AppError `bad_request` for more than 50,000 lines
 */
export async function* parentsFirst(lines: AsyncIterable<FileLine>, mapping: AccountMapping): AsyncGenerator<FileLine> {
  let mapper: ReturnType<typeof bindMapping> | null = null;
  const waiting = new Map<string, FileLine[]>();
  const roots: FileLine[] = [];
  const names = new Map<FileLine, string>();
  const all: { line: FileLine; above: string | null }[] = [];
  for await (const line of lines) {
    if (!mapper) {
      mapper = bindMapping(mapping, line);
      yield line;
      continue;
    }
    if (all.length === MAX_LINES) throw new AppError("bad_request", "A file of accounts has 50,000 lines at most");
    const { draft } = mapper.check(line).length === 0 ? mapper.map(line) : { draft: null };
    names.set(
      line,
      String(draft?.record.name ?? "")
        .trim()
        .toLowerCase(),
    );
    all.push({ line, above: draft?.account.name ? nameOfPath(draft.account.name).toLowerCase() : null });
  }
  const inFile = new Set(names.values());
  for (const { line, above } of all) {
    if (above === null || !inFile.has(above)) roots.push(line);
    else waiting.set(above, [...(waiting.get(above) ?? []), line]);
  }
  for (let next = roots; next.length > 0; ) {
    yield* next;
    next = next.flatMap((line) => {
      const name = names.get(line) ?? "";
      const below = waiting.get(name) ?? [];
      waiting.delete(name);
      return below;
    });
  }
  for (const rest of waiting.values()) yield* rest;
}
