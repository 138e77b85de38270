import { Card } from "@/components/ui/card";
import type { System } from "@/lib/system/schema";
import { countLabel, durationLabel } from "../figures";

/** The slowest statements of the application's own logins, where the server keeps figures of them. */
export function StatementsCard({ statements }: { statements: System["database"]["slow_statements"] }) {
  return (
    <Card title="Slow statements" description="Slowest on average, of the application's own logins.">
      {statements === null && (
        <p className="text-muted-foreground">
          Not available here: the extension <code>pg_stat_statements</code> is not installed and loaded. A superuser
          adds it to <code>shared_preload_libraries</code>, restarts the server, and runs{" "}
          <code>create extension pg_stat_statements</code> in this database.
        </p>
      )}
      {statements?.length === 0 && <p className="text-muted-foreground">No statement has run more than once yet.</p>}
      {statements && statements.length > 0 && (
        <ol className="flex flex-col divide-y">
          {statements.map(({ role, query, calls, mean_ms, max_ms }) => (
            <li key={`${role} ${query}`} className="py-2 first:pt-0 last:pb-0">
              <div className="flex flex-wrap gap-x-4 text-muted-foreground text-xs tabular-nums">
                <span className="font-medium text-foreground">{durationLabel(mean_ms / 1000)}</span>
                <span>at most {durationLabel(max_ms / 1000)}</span>
                <span>{countLabel(calls)} times</span>
                <span>{role}</span>
              </div>
              <code className="mt-1 line-clamp-3 break-words text-xs">{query}</code>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
