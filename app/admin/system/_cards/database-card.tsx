import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Progress } from "@/components/ui/progress";
import { Timestamp } from "@/components/ui/timestamp";
import type { System } from "@/lib/system/schema";
import { bytesLabel, countLabel, durationLabel, percentLabel } from "../figures";

/** The server and the database, in a dozen figures. */
export function DatabaseCard({ database, timeZone }: { database: System["database"]; timeZone: string }) {
  const { connections } = database;
  const free = connections.limit - connections.reserved;
  return (
    <Card title="Database" description={`PostgreSQL ${database.version}`}>
      <div className="flex flex-col gap-4">
        <Progress
          value={Math.round((connections.used / free) * 100)}
          label={`Connections: ${connections.used} of ${free}`}
        />
        <DescriptionList>
          <DescriptionItem term="By role">
            {connections.by_role
              .map(({ role, connections: count, limit }) => `${role} ${count}${limit === null ? "" : ` of ${limit}`}`)
              .join(", ")}
          </DescriptionItem>
          <DescriptionItem term="Size">{bytesLabel(database.size_bytes)}</DescriptionItem>
          <DescriptionItem term="Found in memory">
            {database.cache_hit_ratio === null ? "not known yet" : percentLabel(database.cache_hit_ratio)}
          </DescriptionItem>
          <DescriptionItem term="Oldest transaction">{oldest(database)}</DescriptionItem>
          <DescriptionItem term="Deadlocks">{countLabel(database.deadlocks)}</DescriptionItem>
          <DescriptionItem term="Replication">{replication(database.replication)}</DescriptionItem>
          <DescriptionItem term="Up since">
            <Timestamp value={database.started_at} timeZone={timeZone} />
          </DescriptionItem>
        </DescriptionList>
      </div>
    </Card>
  );
}

function oldest({ oldest_transactions }: System["database"]): string {
  const open = oldest_transactions.flatMap(({ role, seconds }) =>
    seconds === null ? [] : [`${durationLabel(seconds)} (${role})`],
  );
  return open.length > 0 ? open.join(", ") : "none is open";
}

function replication({ is_standby, standbys, slots }: System["database"]["replication"]): string {
  const parts = [
    is_standby ? "this is a standby" : "this is the primary",
    standbys === 0 ? "no standby is connected" : `${standbys} standbys are connected`,
    ...slots.map(({ name, is_active, lag_bytes }) =>
      [`slot ${name}`, is_active ? "in use" : "not in use", lag_bytes !== null && `${bytesLabel(lag_bytes)} behind`]
        .filter(Boolean)
        .join(", "),
    ),
  ];
  return parts.join("; ");
}
