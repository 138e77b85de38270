import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import type { System } from "@/lib/system/schema";
import { bytesLabel, durationLabel } from "../figures";

/** What runs here. */
export function VersionsCard({ versions, process }: { versions: System["versions"]; process: System["process"] }) {
  return (
    <Card
      title="Versions"
      description={`This process: ${process.environment}, up for ${durationLabel(process.uptime_seconds)}`}
    >
      <DescriptionList columns={2}>
        <DescriptionItem term="Bulkhead">{versions.app}</DescriptionItem>
        <DescriptionItem term="Node.js">{versions.node}</DescriptionItem>
        <DescriptionItem term="PostgreSQL">{versions.postgres}</DescriptionItem>
        <DescriptionItem term="Next.js">{versions.next}</DescriptionItem>
        <DescriptionItem term="React">{versions.react}</DescriptionItem>
        <DescriptionItem term="Prisma">{versions.prisma}</DescriptionItem>
        <DescriptionItem term="Memory">{bytesLabel(process.memory_bytes)}</DescriptionItem>
        <DescriptionItem term="Process">{process.pid}</DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
