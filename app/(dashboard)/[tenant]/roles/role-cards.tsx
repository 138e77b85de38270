import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Badge } from "@/components/ui/badge";
import { permissionGroups, roleAbout, scopeSummary } from "../api-keys/scopes";
import type { RoleListProps } from "./role-matrix";

/** The same as the matrix, one role under the other, for a phone. */
export function RoleCards({ path, roles }: RoleListProps) {
  const t = useTranslations("server.roles");
  const permissionTexts = useTranslations("client.permissions");
  const sentence = useSentence();
  return (
    <ul className="flex flex-col gap-3 md:hidden">
      {roles.map(({ id, name, key, description, permissions, member_count }) => {
        const about = roleAbout(permissionTexts, { key, description });
        return (
          <li key={id} className="rounded-lg border bg-surface px-4 py-3">
            <div className="flex flex-wrap items-baseline gap-x-2">
              <Link href={`${path}/${id}`} className="min-w-0 flex-1 font-medium text-accent hover:underline">
                {name}
              </Link>
              {key === null && <Badge tone="accent">{t("own")}</Badge>}
            </div>
            {about && <p className="text-muted-foreground text-xs">{about}</p>}
            <details className="mt-1">
              <summary className="cursor-pointer py-1 text-sm">
                {scopeSummary(permissionTexts, permissions)} · {t("memberCount", { count: member_count })}
              </summary>
              <dl className="mt-1 flex flex-col gap-2 text-xs">
                {permissionGroups(permissionTexts, sentence, permissions).map((group) => (
                  <div key={group.label}>
                    <dt className="text-muted-foreground">{group.label}</dt>
                    {group.permissions.map(({ name: permission, meaning }) => (
                      <dd key={permission}>{meaning}</dd>
                    ))}
                  </div>
                ))}
              </dl>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
