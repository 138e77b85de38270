import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/cn";
import { PROOF_COMMANDS, type ProofCommand } from "@/lib/isolation-proofs/names";
import type { ProofCell } from "@/lib/isolation-proofs/schema";
import type { Texts } from "@/lib/messages/texts";
import { ScrollTable } from "./scroll-table";

const LETTERS: Readonly<Record<ProofCommand, string>> = {
  select: "S",
  insert: "I",
  update: "U",
  move: "M",
  delete: "D",
};

const LEGEND = PROOF_COMMANDS.map((command) => `${LETTERS[command]} ${command}`).join(" · ");

interface MatrixProps {
  cells: readonly ProofCell[];
  path: string;
}

/** Every table × identity × command: a letter for each command, green where all its attempts came out as they should. */
export function Matrix({ cells, path }: MatrixProps) {
  const t = useTranslations("server.adminSystem");
  const sentence = useSentence();
  const byPlace = new Map(cells.map((cell) => [placeOf(cell.table, cell.identity, cell.command), cell]));
  const tables = [...new Set(cells.map(({ table }) => table))].sort();
  const identities = [...new Set(cells.map(({ identity }) => identity))].sort((a, b) => rankOf(a) - rankOf(b));
  return (
    <Card flush title={t("matrix.title")} description={t("matrix.legend", { letters: LEGEND })}>
      <ScrollTable label={t("matrix.label")} className="max-h-[42rem]">
        <thead className="sticky top-0 z-20 bg-surface text-muted-foreground text-xs">
          <tr>
            <th scope="col" className="sticky start-0 z-10 h-8 border-b bg-surface px-3 font-medium">
              {t("matrix.table")}
            </th>
            {identities.map((identity) => (
              <th key={identity} scope="col" className="h-8 whitespace-nowrap border-b px-2 font-medium">
                {sentence(identity)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table} className="group">
              <th
                scope="row"
                className="sticky start-0 border-b bg-surface px-3 py-1 font-normal group-last:border-b-0"
              >
                <Link
                  href={`${path}?table=${table}`}
                  scroll={false}
                  className="whitespace-nowrap underline-offset-2 hover:underline"
                >
                  {table}
                </Link>
              </th>
              {identities.map((identity) => (
                <td key={identity} className="border-b px-2 py-1 group-last:border-b-0">
                  <div className="flex gap-0.5">
                    {PROOF_COMMANDS.map((command) => (
                      <Verdict
                        key={command}
                        t={t}
                        command={command}
                        cell={byPlace.get(placeOf(table, identity, command))}
                      />
                    ))}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Card>
  );
}

/** Tenants' people and keys, what has no business there, and the platform; whoever is new comes last. */
const ORDER = [
  // text-ok: names as the proof has them
  ...["member", "restricted member", "key", "restricted key", "job", "no context", "forged context"],
  // text-ok: names as the proof has them
  ...["platform admin", "platform, no context"],
];
const rankOf = (identity: string) => (ORDER.includes(identity) ? ORDER.indexOf(identity) : ORDER.length);

const placeOf = (table: string, identity: string, command: string) => `${table} ${identity} ${command}`;

interface VerdictProps {
  t: Texts<"server.adminSystem">;
  command: ProofCommand;
  cell: ProofCell | undefined;
}

function Verdict({ t, command, cell }: VerdictProps) {
  if (!cell)
    return (
      <span aria-hidden className="w-4 text-center text-2xs text-muted-foreground/60">
        ·
      </span>
    );
  const isRight = cell.wrong === 0;
  const { attempts, reached, refused, rows_there: there, wrong } = cell;
  const sentence = t("matrix.cell", { command, attempts, reached, refused, there, wrong });
  return (
    <span
      title={sentence}
      className={cn(
        "w-4 rounded-xs text-center font-medium text-2xs",
        isRight ? "bg-success-subtle text-success-text" : "bg-danger text-danger-foreground",
      )}
    >
      <span aria-hidden>{LETTERS[command]}</span>
      <span className="sr-only">{isRight ? t("matrix.right", { command }) : sentence}</span>
    </span>
  );
}
