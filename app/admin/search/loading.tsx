import { useTranslations } from "next-intl";
import { CardsSkeleton } from "@/components/shell/record-skeleton";
import { PageHeader } from "@/components/ui/page-header";

export default function Loading() {
  const t = useTranslations("client.platform");
  return (
    <>
      <PageHeader title={t("search.title")} description={t("search.help")} />
      <CardsSkeleton />
    </>
  );
}
