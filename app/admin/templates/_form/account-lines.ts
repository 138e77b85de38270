import type { TemplateAccount } from "@/lib/templates/definition";

type Lines = readonly TemplateAccount[];

/** Levels above a line; a parent that is not there counts as none. */
export function accountDepth(accounts: Lines, index: number): number {
  const parent = accounts[index]?.parent;
  const above = parent ? accounts.slice(0, index).findIndex(({ name }) => name === parent) : -1;
  return above < 0 ? 0 : accountDepth(accounts, above) + 1;
}

/** The lines with one of them called otherwise: what is below it goes along. */
export function withRenamedAccount(accounts: Lines, index: number, name: string): TemplateAccount[] {
  const before = accounts[index]?.name;
  return accounts.map((account, at) =>
    at === index
      ? { ...account, name }
      : at > index && before && account.parent === before
        ? { ...account, parent: name }
        : account,
  );
}

/** The lines without one of them: what was below it moves up to where it was. */
export function withoutAccount(accounts: Lines, index: number): TemplateAccount[] {
  const gone = accounts[index];
  return accounts
    .filter((_, at) => at !== index)
    .map((account) => (gone && account.parent === gone.name ? { ...account, parent: gone.parent } : account));
}
