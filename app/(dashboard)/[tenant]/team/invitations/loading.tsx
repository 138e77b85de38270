import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const TABS = ["tabs.active", "tabs.invited", "tabs.deactivated"] as const;
const COLUMNS = [
  "email",
  "invitations.state",
  "roles",
  "accounts",
  "invitations.invitedBy",
  "invitations.expires",
] as const;

export default function Loading() {
  const t = useTranslations("client.team");
  return (
    <ListSkeleton title={t("team")} tabs={TABS.map((tab) => t(tab))} columns={COLUMNS.map((column) => t(column))} />
  );
}
