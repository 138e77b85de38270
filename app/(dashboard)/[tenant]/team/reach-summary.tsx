import Link from "next/link";
import { useTranslations } from "next-intl";
import { plain } from "@/components/ui/plain";
import type { Texts } from "@/lib/messages/texts";

interface Reached {
  id: string;
  name: string;
  includes_below: boolean;
}

export interface ReachSummaryProps {
  isRestricted: boolean;
  /** Those that the reader reaches too. */
  accounts: readonly Reached[];
}

/** In a cell: all, the first account and how many more, or none that the reader knows. */
export const ReachSummary = plain(reachSummary);

function reachSummary({ t, isRestricted, accounts }: ReachSummaryProps & { t: Texts<"client.team"> }) {
  const [first, ...others] = accounts;
  if (!isRestricted) return <span className="text-muted-foreground">{t("reach.all")}</span>;
  if (!first) return <span className="text-muted-foreground">{t("reach.none")}</span>;
  return (
    <span title={accounts.map((account) => reachedText(t, account)).join("\n")}>
      {others.length > 0 ? t("reach.more", { name: first.name, count: others.length }) : first.name}
    </span>
  );
}

/** On a page: each account with its link. */
export function ReachList({ isRestricted, accounts, tenantPath }: ReachSummaryProps & { tenantPath: string }) {
  const t = useTranslations("client.team");
  if (!isRestricted) return t("reach.allLong");
  if (accounts.length === 0) return t("reach.noneLong");
  return <ReachedAccounts accounts={accounts} tenantPath={tenantPath} />;
}

/** Accounts that somebody is restricted to, each with its link and whether what is below it counts. */
export function ReachedAccounts({ accounts, tenantPath }: { accounts: readonly Reached[]; tenantPath: string }) {
  const t = useTranslations("client.team");
  return (
    <ul>
      {accounts.map(({ id, name, includes_below }) => (
        <li key={id}>
          {t.rich(includes_below ? "reach.branch" : "reach.single", {
            name,
            account: (chunks) => (
              <Link href={`${tenantPath}/accounts/${id}`} className="text-accent underline underline-offset-2">
                {chunks}
              </Link>
            ),
            note: (chunks) => <span className="text-muted-foreground text-xs">{chunks}</span>,
          })}
        </li>
      ))}
    </ul>
  );
}

function reachedText(t: Texts<"client.team">, { name, includes_below }: Reached): string {
  return includes_below ? t("reach.branchTitle", { name }) : name;
}
