import type { CommandEntry } from "@/components/command/entry";
import { listAccountTree } from "@/lib/accounts/queries";
import type { MemberActor } from "@/lib/actor";
import { TENANT_LISTS } from "@/lib/http/lists";
import { listUrl, parseListParams } from "@/lib/list-query";
import { holdsPersonalData, seesPersonalData } from "@/lib/personal-data";
import { permittedData } from "../permitted-data";
import type { CommandTexts } from "./command-texts";

/** What a query has and a name has not: `status:failed`, `amount>100`. */
const OPERATOR = /[a-z_.]\s*(?::|[<>]=?|=)\s*\S/i;
const ACCOUNT = /\baccount/i;

/**
 * The lists that read the words as a query, each as a way to exactly its rows. A list that would leave a part of the words
 * out is not offered.
 */
export async function queryEntries(
  { t, sentence }: CommandTexts,
  actor: MemberActor,
  words: string,
  { timeZone }: { timeZone: string },
  tenant: { slug: string },
): Promise<CommandEntry[]> {
  if (!OPERATOR.test(words)) return [];
  // Accounts are written by their names.
  const tree = ACCOUNT.test(words) ? await permittedData(actor, "accounts:read", () => listAccountTree(actor), []) : [];
  const names = { account: tree.map(({ id, name }) => ({ value: id, label: name })) };
  const options = { mode: "lenient", timeZone, now: new Date(), names } as const;
  return [...TENANT_LISTS.values()]
    .filter(({ permission }) => actor.permissions.has(permission))
    .flatMap(({ definition, label, path }): CommandEntry[] => {
      const { query, issues } = parseListParams(definition, { q: words }, options);
      const filterNames = Object.keys(query.filters);
      const isPersonal = filterNames.some((name) => name.startsWith("customer_")) || holdsPersonalData(query.filters);
      if (issues.length > 0 || filterNames.length === 0 || (isPersonal && !seesPersonalData(actor))) return [];
      const href = listUrl(definition, query, `/${tenant.slug}${path}`);
      return [
        {
          ...{ id: `query ${definition.name}`, group: t("filteredLists"), label: sentence(label) },
          ...{ hint: words, href, icon: "filter" },
        },
      ];
    });
}
