const EXAMPLES: readonly { query: string; meaning: string }[] = [
  { query: "status:failed,canceled", meaning: "one of these" },
  { query: "-account:lisbon", meaning: "not this; a part of a name is enough" },
  { query: "amount>100 amount<=250", meaning: "amounts in major units" },
  { query: "created:last-30d", meaning: "moves with the day; also today, this-month, last-quarter" },
  { query: "created:2026-01", meaning: "a month; also 2026, 2026-01-05, 2026-01-01..2026-01-15" },
  { query: "email:ann*", meaning: "begins with; *ann* contains" },
  { query: 'reference:"two words"', meaning: "quotation marks around spaces" },
  { query: "metadata.hotel:city has:metadata.room", meaning: "metadata by key" },
  { query: "booking 1042", meaning: "words alone search the list’s main text" },
];

/** How the language of the filter box is written. */
export function FilterHelp() {
  return (
    <div className="flex flex-col gap-2 text-xs">
      <p className="text-muted-foreground">All parts have to hold. Not every list has every filter.</p>
      <dl className="grid gap-1.5">
        {EXAMPLES.map(({ query, meaning }) => (
          <div key={query}>
            <dt>
              <code className="font-mono">{query}</code>
            </dt>
            <dd className="text-muted-foreground">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted-foreground">
        The same text is the parameter <code className="font-mono">q</code> of the API.
      </p>
    </div>
  );
}
