import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";
import { deliveryStatusTabs } from "../statuses";

const COLUMNS = [
  "deliveries.event",
  "status",
  "deliveries.answer",
  "deliveries.tries",
  "deliveries.endpoint",
  "created",
] as const;

export default function Loading() {
  const t = useTranslations("client.webhooks");
  return (
    <ListSkeleton
      title={t("deliveries.list")}
      tabs={deliveryStatusTabs(t).map(({ label }) => label)}
      columns={COLUMNS.map((column) => t(column))}
    />
  );
}
