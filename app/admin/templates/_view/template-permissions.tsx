import { useTranslations } from "next-intl";
import { permissionGroups } from "@/app/(dashboard)/[tenant]/api-keys/scopes";
import { useSentence } from "@/components/locale/use-sentence";
import { HeldMark, PermissionMatrix } from "@/components/ui/permission-matrix";
import type { Template } from "@/lib/templates/schema";

/** Permissions against the roles of a template. */
export function TemplatePermissions({ roles }: { roles: Template["roles"] }) {
  const groups = permissionGroups(useTranslations("client.permissions"), useSentence());
  const heads = roles.map(({ key, name }) => ({
    id: key ?? name,
    head: (
      <>
        {name}
        <code className="block font-mono font-normal text-2xs text-muted-foreground">{key}</code>
      </>
    ),
  }));
  const isHeld = (name: string, index: number) => {
    const role = roles[index];
    return role !== undefined && (role.grants_all || role.permissions.some((held) => held === name));
  };
  return (
    <PermissionMatrix
      groups={groups}
      roles={heads}
      cell={(name, index) => <HeldMark isHeld={isHeld(name, index)} />}
      className="max-h-[36rem]"
    />
  );
}
