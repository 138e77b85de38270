import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["name", "email", "tenants", "lastSignIn", "joined"] as const;

export default function Loading() {
  const t = useTranslations("client.adminUsers");
  return <ListSkeleton title={t("list")} columns={COLUMNS.map((column) => t(column))} />;
}
