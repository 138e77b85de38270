import { useTranslations } from "next-intl";

const EXAMPLES = [
  { query: "status:failed,canceled", meaning: "choice" },
  { query: "-account:lisbon", meaning: "negation" },
  { query: "amount>100 amount<=250", meaning: "amount" },
  { query: "created:last-30d", meaning: "rolling" },
  { query: "created:2026-01", meaning: "period" },
  { query: "email:ann*", meaning: "text" },
  { query: 'reference:"two words"', meaning: "quotes" },
  { query: "metadata.hotel:city has:metadata.room", meaning: "metadata" },
  // text-ok: an example of a query
  { query: "booking 1042", meaning: "words" },
] as const;

/** How the language of the filter box is written. */
export function FilterHelp() {
  const t = useTranslations("client.table.help");
  return (
    <div className="flex flex-col gap-2 text-xs">
      <p className="text-muted-foreground">{t("intro")}</p>
      <dl className="grid gap-1.5">
        {EXAMPLES.map(({ query, meaning }) => (
          <div key={query}>
            <dt>
              <code className="font-mono">{query}</code>
            </dt>
            <dd className="text-muted-foreground">{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted-foreground">
        {t.rich("api", { code: (chunks) => <code className="font-mono">{chunks}</code> })}
      </p>
    </div>
  );
}
