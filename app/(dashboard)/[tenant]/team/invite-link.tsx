import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { MemberActor } from "@/lib/actor";
import { Permitted } from "../permitted";

/** Leads those who may invite to the form. */
export function InviteLink({ actor, path }: { actor: MemberActor; path: string }) {
  const t = useTranslations("server.team");
  return (
    <Permitted actor={actor} permission="members:write">
      <ButtonLink href={`${path}/invite`} variant="primary">
        <Icon name="user-plus" /> {t("invite")}
      </ButtonLink>
    </Permitted>
  );
}
