import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["name", "status", "accounts", "members", "created"] as const;

export default function Loading() {
  const t = useTranslations("client.adminTenants");
  return <ListSkeleton title={t("list")} columns={COLUMNS.map((column) => t(column))} />;
}
