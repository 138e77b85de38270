import { useTranslations } from "next-intl";
import type { MemberActor } from "@/lib/actor";
import type { RecordVersion } from "@/lib/record-versions/schema";
import { RestoreButton as RestoreAccount } from "../accounts/restore-button";
import { RestoreButton as RestoreDocument } from "../documents/life-buttons";
import { Permitted } from "../permitted";
import { LifeButtons as MemberButtons } from "../team/[id]/life-buttons";

export interface RestoreControlProps {
  /** The record as it is now. */
  current: RecordVersion;
  actor: MemberActor;
  tenantSlug: string;
}

/** The way back of a record that is deleted now, for those who may. */
export function RestoreControl({ current: { table, id, values }, actor, tenantSlug }: RestoreControlProps) {
  const t = useTranslations("server.versions");
  if (!values?.deleted_at) return null;
  switch (table) {
    case "accounts":
      return (
        <Permitted actor={actor} permission="accounts:write">
          <RestoreAccount tenantSlug={tenantSlug} account={{ id, name: String(values.name) }} />
        </Permitted>
      );
    case "documents":
      return (
        <Permitted actor={actor} permission="documents:write">
          <RestoreDocument tenantSlug={tenantSlug} document={{ id, title: String(values.title) }} />
        </Permitted>
      );
    case "memberships":
      return (
        <Permitted actor={actor} permission="members:write">
          <MemberButtons tenantSlug={tenantSlug} member={{ id, name: t("theMember"), isSelf: false }} isPast />
        </Permitted>
      );
    default:
      return null;
  }
}
