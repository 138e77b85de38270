import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { MemberActor } from "@/lib/actor";
import type { Role } from "@/lib/roles/schema";
import { Permitted } from "../../permitted";
import { DeleteRoleButton } from "./delete-role-button";

export interface RoleActionsProps {
  actor: MemberActor;
  tenantSlug: string;
  role: Role;
}

/** What can be done with a role: a built-in one can only be copied. */
export function RoleActions({ actor, tenantSlug, role }: RoleActionsProps) {
  const t = useTranslations("server.roles");
  const path = `/${tenantSlug}/roles`;
  // Whoever holds less than the role could not change it.
  const isWithinOwn = role.permissions.every((name) => actor.permissions.has(name));
  const isOwn = role.key === null && isWithinOwn;
  return (
    <Permitted actor={actor} permission="roles:write">
      {isOwn && <DeleteRoleButton tenantSlug={tenantSlug} role={{ id: role.id, name: role.name }} />}
      <ButtonLink href={`${path}/new?copy=${role.id}`}>
        <Icon name="copy" /> {t("copy")}
      </ButtonLink>
      {isOwn && (
        <ButtonLink href={`${path}/${role.id}/edit`} variant="primary">
          <Icon name="pencil" /> {t("change")}
        </ButtonLink>
      )}
    </Permitted>
  );
}
