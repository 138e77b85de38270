import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Progress } from "@/components/ui/progress";
import { Timestamp } from "@/components/ui/timestamp";
import type { Texts } from "@/lib/messages/texts";
import type { System } from "@/lib/system/schema";
import { bytesLabel, countLabel, durationLabel, percentLabel } from "../figures";

type ServerTexts = Texts<"server.adminSystem">;

/** The server and the database, in a dozen figures. */
export function DatabaseCard({ database, timeZone }: { database: System["database"]; timeZone: string }) {
  const t = useTranslations("server.adminSystem");
  const locale = useLocale();
  const { connections } = database;
  const free = connections.limit - connections.reserved;
  return (
    <Card title={t("database.title")} description={`PostgreSQL ${database.version}`}>
      <div className="flex flex-col gap-4">
        <Progress
          value={Math.round((connections.used / free) * 100)}
          label={t("database.connections", { used: connections.used, limit: free })}
        />
        <DescriptionList>
          <DescriptionItem term={t("database.byRole")}>
            {connections.by_role
              .map(({ role, connections: used, limit }) =>
                limit === null ? `${role} ${used}` : t("database.ofLimit", { role, used, limit }),
              )
              .join(", ")}
          </DescriptionItem>
          <DescriptionItem term={t("database.size")}>{bytesLabel(locale, database.size_bytes)}</DescriptionItem>
          <DescriptionItem term={t("database.inMemory")}>
            {database.cache_hit_ratio === null
              ? t("database.notKnown")
              : percentLabel(locale, database.cache_hit_ratio)}
          </DescriptionItem>
          <DescriptionItem term={t("database.oldest")}>{oldest(t, locale, database)}</DescriptionItem>
          <DescriptionItem term={t("database.deadlocks")}>{countLabel(locale, database.deadlocks)}</DescriptionItem>
          <DescriptionItem term={t("database.replication")}>
            {replication(t, locale, database.replication)}
          </DescriptionItem>
          <DescriptionItem term={t("database.upSince")}>
            <Timestamp value={database.started_at} timeZone={timeZone} zoneShown />
          </DescriptionItem>
        </DescriptionList>
      </div>
    </Card>
  );
}

function oldest(t: ServerTexts, locale: string, { oldest_transactions }: System["database"]): string {
  const open = oldest_transactions.flatMap(({ role, seconds }) =>
    seconds === null ? [] : [`${durationLabel(locale, seconds)} (${role})`],
  );
  return open.length > 0 ? open.join(", ") : t("database.noneOpen");
}

function replication(
  t: ServerTexts,
  locale: string,
  { is_standby, standbys, slots }: System["database"]["replication"],
): string {
  const parts = [
    is_standby ? t("database.standby") : t("database.primary"),
    t("database.standbys", { count: standbys }),
    ...slots.map(({ name, is_active, lag_bytes }) => {
      const use = is_active ? "active" : "idle";
      return lag_bytes === null
        ? t("database.slot", { name, use })
        : t("database.slotBehind", { name, use, lag: bytesLabel(locale, lag_bytes) });
    }),
  ];
  return parts.join("; ");
}
