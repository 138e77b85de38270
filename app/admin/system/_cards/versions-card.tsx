import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import type { System } from "@/lib/system/schema";
import { bytesLabel, durationLabel } from "../figures";

// text-ok: names of products
const NAMES = { node: "Node.js", postgres: "PostgreSQL", next: "Next.js", react: "React", prisma: "Prisma" } as const;

/** What runs here. */
export function VersionsCard({ versions, process }: { versions: System["versions"]; process: System["process"] }) {
  const t = useTranslations("server.adminSystem");
  const locale = useLocale();
  return (
    <Card
      title={t("versions.title")}
      description={t("versions.process", {
        environment: process.environment,
        time: durationLabel(locale, process.uptime_seconds),
      })}
    >
      <DescriptionList columns={2}>
        <DescriptionItem term="Bulkhead">{versions.app}</DescriptionItem>
        <DescriptionItem term={NAMES.node}>{versions.node}</DescriptionItem>
        <DescriptionItem term={NAMES.postgres}>{versions.postgres}</DescriptionItem>
        <DescriptionItem term={NAMES.next}>{versions.next}</DescriptionItem>
        <DescriptionItem term={NAMES.react}>{versions.react}</DescriptionItem>
        <DescriptionItem term={NAMES.prisma}>{versions.prisma}</DescriptionItem>
        <DescriptionItem term={t("versions.memory")}>{bytesLabel(locale, process.memory_bytes)}</DescriptionItem>
        <DescriptionItem term={t("versions.pid")}>{process.pid}</DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
