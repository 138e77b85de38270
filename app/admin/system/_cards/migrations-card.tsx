import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Timestamp } from "@/components/ui/timestamp";
import type { System } from "@/lib/system/schema";

type Migration = System["migrations"]["items"][number];

/** What was applied to the database, held against the files of this server. */
export function MigrationsCard({ migrations, timeZone }: { migrations: System["migrations"]; timeZone: string }) {
  const { has_files, items } = migrations;
  const applied = items.filter(({ state }) => state === "applied");
  const others = items.filter(({ state }) => state !== "applied");
  return (
    <Card title="Migrations" description={summary(has_files, applied.length, others.length)}>
      <div className="flex flex-col gap-2">
        <List items={[...others, ...applied.slice(0, 3)]} timeZone={timeZone} />
        {applied.length > 3 && (
          <details>
            <summary className="cursor-pointer text-sm">All others</summary>
            <div className="mt-2">
              <List items={applied.slice(3)} timeZone={timeZone} />
            </div>
          </details>
        )}
      </div>
    </Card>
  );
}

function summary(hasFiles: boolean, applied: number, others: number): string {
  const all = `${applied} applied`;
  if (!hasFiles) return `${all}. The files are not beside this server, so nothing can be compared.`;
  return others === 0 ? `${all}, none pending, none edited since.` : `${all}, ${others} not as they should be.`;
}

function List({ items, timeZone }: { items: readonly Migration[]; timeZone: string }) {
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
            <Badge tone={state === "pending" ? "warning" : "danger"}>{state}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
