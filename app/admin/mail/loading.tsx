import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["to", "subject", "status", "when"] as const;

export default function Loading() {
  const t = useTranslations("client.adminMail");
  return <ListSkeleton title={t("list")} columns={COLUMNS.map((column) => t(column))} />;
}
