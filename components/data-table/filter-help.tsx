import { useTranslations } from "next-intl";
import type { Messages } from "@/lib/messages/catalogue";

interface Example {
  query: string;
  meaning: keyof Omit<Messages["client"]["table"]["help"], "intro" | "api">;
  /** Others like it. */
  more?: string;
}

const EXAMPLES: readonly Example[] = [
  { query: "status:failed,canceled", meaning: "choice" },
  { query: "-account:lisbon", meaning: "negation" },
  { query: "amount>100 amount<=250", meaning: "amount" },
  // text-ok: of the language of queries
  { query: "created:last-30d", meaning: "rolling", more: "today, this-month, last-quarter" },
  { query: "created:2026-01", meaning: "period", more: "2026, 2026-01-05, 2026-01-01..2026-01-15" },
  { query: "email:ann*", meaning: "text", more: "*ann*" },
  { query: 'reference:"two words"', meaning: "quotes" },
  { query: "metadata.hotel:city has:metadata.room", meaning: "metadata" },
  { query: "booking 1042", meaning: "words" },
];

/** How the language of the filter box is written. */
export function FilterHelp() {
  const t = useTranslations("client.table.help");
  return (
    <div className="flex flex-col gap-2 text-xs">
      <p className="text-muted-foreground">{t("intro")}</p>
      <dl className="grid gap-1.5">
        {EXAMPLES.map(({ query, meaning, more = "" }) => (
          <div key={query}>
            <dt>
              <code className="font-mono">{query}</code>
            </dt>
            <dd className="text-muted-foreground">{t(meaning, { more })}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted-foreground">
        {t.rich("api", { parameter: "q", code: (chunks) => <code className="font-mono">{chunks}</code> })}
      </p>
    </div>
  );
}
