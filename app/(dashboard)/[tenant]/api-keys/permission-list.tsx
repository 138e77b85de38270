import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import type { Permission } from "@/lib/permissions";
import { permissionGroups } from "./scopes";

/** What may be done, in words first, under the resource that it is about; the names are for whoever writes to the API. */
export function PermissionList({ permissions }: { permissions: readonly Permission[] }) {
  const groups = permissionGroups(useTranslations("client.permissions"), useSentence(), permissions);
  return (
    <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {groups.map((group) => (
        <div key={group.label}>
          <dt className="text-muted-foreground text-xs">{group.label}</dt>
          {group.permissions.map(({ name, meaning }) => (
            <dd key={name} className="mt-1">
              {meaning}
              <code className="block break-all font-mono text-muted-foreground text-xs">{name}</code>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
