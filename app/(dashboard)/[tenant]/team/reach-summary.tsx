import Link from "next/link";

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
export function ReachSummary({ isRestricted, accounts }: ReachSummaryProps) {
  const [first, ...others] = accounts;
  if (!isRestricted) return <span className="text-muted-foreground">All</span>;
  if (!first) return <span className="text-muted-foreground">None that you reach</span>;
  return (
    <span title={accounts.map(describe).join("\n")}>
      {first.name}
      {others.length > 0 && ` +${others.length}`}
    </span>
  );
}

/** On a page: each account with its link. */
export function ReachList({ isRestricted, accounts, tenantPath }: ReachSummaryProps & { tenantPath: string }) {
  if (!isRestricted) return "All accounts, those to come included";
  if (accounts.length === 0) return "Chosen accounts, none of which you reach";
  return (
    <ul>
      {accounts.map(({ id, name, includes_below }) => (
        <li key={id}>
          <Link href={`${tenantPath}/accounts/${id}`} className="text-accent underline underline-offset-2">
            {name}
          </Link>{" "}
          <span className="text-muted-foreground text-xs">{includes_below ? "and all below it" : "by itself"}</span>
        </li>
      ))}
    </ul>
  );
}

function describe({ name, includes_below }: Reached): string {
  return includes_below ? `${name} and all below it` : name;
}
