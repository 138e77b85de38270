import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";
import { actorKindTabs } from "./labels";

const COLUMNS = ["change", "record", "fields", "who", "when", "address"] as const;

export default function Loading() {
  const t = useTranslations("client.auditLogs");
  const tabs = actorKindTabs(t).map(({ label }) => label);
  return <ListSkeleton title={t("list")} tabs={tabs} columns={COLUMNS.map((column) => t(column))} />;
}
