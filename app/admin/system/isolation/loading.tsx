import { useTranslations } from "next-intl";
import { CardsSkeleton } from "@/components/shell/record-skeleton";
import { PageHeader } from "@/components/ui/page-header";

export default function Loading() {
  const t = useTranslations("client.adminSystem");
  return (
    <>
      <PageHeader title={t("tabs.isolation")} description={t("isolation.help")} />
      <CardsSkeleton />
    </>
  );
}
