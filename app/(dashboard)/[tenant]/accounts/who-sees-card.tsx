import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { AccountReach } from "@/lib/access/schema";

export interface WhoSeesCardProps {
  reach: AccountReach;
  tenantPath: string;
}

/** The members and access keys that see an account, as far as one may know them. */
export function WhoSeesCard({ reach: { account, members, api_keys, is_capped }, tenantPath }: WhoSeesCardProps) {
  const t = useTranslations("server.accounts.reach");
  if (members === null && api_keys === null) return null;
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-4">
        {members && (
          <Group title={t("members")} none={t("nobody")}>
            {members.map(({ id, name, roles, reach }) => (
              <Line key={id} href={`${tenantPath}/team/${id}`} name={name} note={roles.join(", ")} reach={t(reach)} />
            ))}
          </Group>
        )}
        {api_keys && (
          <Group title={t("apiKeys")} none={t("noKeys")}>
            {api_keys.map(({ id, name, last_four, reach }) => (
              <Line
                key={id}
                href={`${tenantPath}/api-keys/${id}`}
                name={name}
                note={`…${last_four}`}
                reach={t(reach)}
              />
            ))}
          </Group>
        )}
        {is_capped && members && (
          <Link href={`${tenantPath}/team?account=${account.id}`} className="text-accent text-xs hover:underline">
            {t("allMembers")}
          </Link>
        )}
      </div>
    </Card>
  );
}

function Group({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <div>
      <h3 className="mb-1.5 font-medium text-muted-foreground text-xs">{title}</h3>
      {children.length === 0 ? (
        <p className="text-muted-foreground">{none}</p>
      ) : (
        <ul className="flex max-h-64 flex-col gap-1.5 overflow-y-auto">{children}</ul>
      )}
    </div>
  );
}

function Line({ href, name, note, reach }: { href: string; name: string; note: string; reach: string }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <Link href={href} prefetch={false} className="break-words text-accent hover:underline">
        {name}
      </Link>
      <span className="min-w-0 flex-1 text-muted-foreground text-xs">{note}</span>
      <span className="text-muted-foreground text-xs">{reach}</span>
    </li>
  );
}
