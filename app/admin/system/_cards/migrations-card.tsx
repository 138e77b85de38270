import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Timestamp } from "@/components/ui/timestamp";
import type { Texts } from "@/lib/messages/texts";
import type { System } from "@/lib/system/schema";

type ServerTexts = Texts<"server.adminSystem">;
type Migration = System["migrations"]["items"][number];

/** What was applied to the database, held against the files of this server. */
export function MigrationsCard({ migrations, timeZone }: { migrations: System["migrations"]; timeZone: string }) {
  const t = useTranslations("server.adminSystem");
  const { has_files, items } = migrations;
  const applied = items.filter(({ state }) => state === "applied");
  const others = items.filter(({ state }) => state !== "applied");
  return (
    <Card title={t("migrations.title")} description={summary(t, has_files, applied.length, others.length)}>
      <div className="flex flex-col gap-2">
        <List t={t} items={[...others, ...applied.slice(0, 3)]} timeZone={timeZone} />
        {applied.length > 3 && (
          <details>
            <summary className="cursor-pointer text-sm">{t("migrations.others")}</summary>
            <div className="mt-2">
              <List t={t} items={applied.slice(3)} timeZone={timeZone} />
            </div>
          </details>
        )}
      </div>
    </Card>
  );
}

function summary(t: ServerTexts, hasFiles: boolean, applied: number, others: number): string {
  if (!hasFiles) return t("migrations.noFiles", { applied });
  return others === 0 ? t("migrations.asShould", { applied }) : t("migrations.drift", { applied, others });
}

function List({ t, items, timeZone }: { t: ServerTexts; items: readonly Migration[]; timeZone: string }) {
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {items.map(({ name, state, applied_at }) => (
        <li key={name} className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="min-w-0 break-all">{name}</span>
          {state === "applied" ? (
            <span className="text-muted-foreground text-xs">
              <Timestamp value={applied_at} timeZone={timeZone} />
            </span>
          ) : (
            <Badge tone={state === "pending" ? "warning" : "danger"}>{t(`migrationStates.${state}`)}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
