import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";
import { stateTabs } from "./states";

const COLUMNS = ["name", "state", "key", "permissions", "accounts", "lastUsed", "expires", "created"] as const;

export default function Loading() {
  const t = useTranslations("client.apiKeys");
  const tabs = stateTabs(t).map(({ label }) => label);
  return <ListSkeleton title={t("list")} tabs={tabs} columns={COLUMNS.map((column) => t(column))} />;
}
