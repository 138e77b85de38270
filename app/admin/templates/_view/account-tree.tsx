import { useNames } from "@/components/locale/use-names";
import { findCountry } from "@/lib/countries";
import type { Template } from "@/lib/templates/schema";

type Account = Template["accounts"][number];

/** The sample accounts of a template, each under the one above it. */
export function AccountTree({ accounts }: { accounts: readonly Account[] }) {
  return <Branch accounts={accounts} parent={null} />;
}

function Branch({ accounts, parent }: { accounts: readonly Account[]; parent: string | null }) {
  const names = useNames();
  const here = accounts.filter((account) => sameName(account.parent, parent));
  if (here.length === 0) return null;
  return (
    <ul className={parent === null ? "flex flex-col gap-2" : "mt-2 ms-2 flex flex-col gap-2 border-s ps-4"}>
      {here.map(({ name, display_name, currency, country }) => (
        <li key={name}>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-medium">{name}</span>
            <span className="text-muted-foreground text-xs">
              {[display_name, currency, country && names.country(country, findCountry(country)?.name ?? country)]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </p>
          <Branch accounts={accounts} parent={name} />
        </li>
      ))}
    </ul>
  );
}

function sameName(one: string | null, other: string | null): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}
