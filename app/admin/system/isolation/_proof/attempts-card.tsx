import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ProofAttempt } from "@/lib/isolation-proofs/schema";
import { ScrollTable } from "./scroll-table";

const HEADS = ["who", "command", "whose", "there", "expected", "outcome", "answer"] as const;

interface AttemptsCardProps {
  title: string;
  attempts: readonly ProofAttempt[];
  /** Where the card is closed; absent: it always shows. */
  closeHref?: string;
}

/** Attempts one by one: who tried what on whose rows, what was there, and what came of it. */
export function AttemptsCard({ title, attempts, closeHref }: AttemptsCardProps) {
  const t = useTranslations("server.adminSystem");
  const sentence = useSentence();
  // The title of the card that can be closed names the one table.
  const namesTable = closeHref === undefined;
  return (
    <Card
      flush
      title={title}
      actions={
        closeHref && (
          <ButtonLink size="sm" href={closeHref} scroll={false}>
            {t("attempts.close")}
          </ButtonLink>
        )
      }
    >
      <ScrollTable label={title} className="max-h-96">
        <thead className="sticky top-0 z-10 bg-surface text-muted-foreground text-xs">
          <tr className="border-b">
            {[...(namesTable ? ["table" as const] : []), ...HEADS].map((head) => (
              <th key={head} scope="col" className="h-8 whitespace-nowrap px-3 font-medium">
                {t(`attempts.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {attempts.map((one) => (
            <tr key={[one.table, one.identity, one.command, one.target].join(" ")}>
              {namesTable && <td className="whitespace-nowrap px-3 py-1.5">{one.table}</td>}
              <td className="whitespace-nowrap px-3 py-1.5">{sentence(one.identity)}</td>
              <td className="px-3 py-1.5">{one.command}</td>
              <td className="whitespace-nowrap px-3 py-1.5">{sentence(one.target)}</td>
              <td className="px-3 py-1.5 text-end tabular-nums">{one.rows_there}</td>
              <td className="px-3 py-1.5">{sentence(one.expected)}</td>
              <td className="px-3 py-1.5">
                <Badge tone={one.outcome === one.expected ? "success" : "danger"}>{sentence(one.outcome)}</Badge>
              </td>
              <td className="min-w-56 px-3 py-1.5 text-muted-foreground text-xs">{sentence(one.detail)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Card>
  );
}
