import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["address", "status", "events", "account", "lastReceived", "created"] as const;

export default function Loading() {
  const t = useTranslations("client.webhooks");
  return <ListSkeleton title={t("list")} columns={COLUMNS.map((column) => t(column))} />;
}
