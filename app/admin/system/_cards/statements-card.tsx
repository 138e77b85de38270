import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { System } from "@/lib/system/schema";
import { durationLabel } from "../figures";

/** The slowest statements of the application's own logins, where the server keeps figures of them. */
export function StatementsCard({ statements }: { statements: System["database"]["slow_statements"] }) {
  const t = useTranslations("server.adminSystem");
  const locale = useLocale();
  return (
    <Card title={t("statements.title")} description={t("statements.help")}>
      {statements === null && (
        <p className="text-muted-foreground">
          {t.rich("statements.unavailable", {
            extension: "pg_stat_statements",
            setting: "shared_preload_libraries",
            command: "create extension pg_stat_statements",
            code: (chunks) => <code>{chunks}</code>,
          })}
        </p>
      )}
      {statements?.length === 0 && <p className="text-muted-foreground">{t("statements.none")}</p>}
      {statements && statements.length > 0 && (
        <ol className="flex flex-col divide-y">
          {statements.map(({ role, query, calls, mean_ms, max_ms }) => (
            <li key={`${role} ${query}`} className="py-2 first:pt-0 last:pb-0">
              <div className="flex flex-wrap gap-x-4 text-muted-foreground text-xs tabular-nums">
                <span className="font-medium text-foreground">{durationLabel(locale, mean_ms / 1000)}</span>
                <span>{t("statements.most", { time: durationLabel(locale, max_ms / 1000) })}</span>
                <span>{t("statements.calls", { count: calls })}</span>
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
