import Link from "next/link";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/cn";
import { PROOF_COMMANDS, type ProofCell, type ProofCommand } from "@/lib/isolation-proofs/schema";
import { ScrollTable } from "./scroll-table";

const LETTERS: Readonly<Record<ProofCommand, string>> = {
  select: "S",
  insert: "I",
  update: "U",
  move: "M",
  delete: "D",
};

interface MatrixProps {
  cells: readonly ProofCell[];
  path: string;
}

/** Every table × identity × command: a letter for each command, green where all its attempts came out as they should. */
export function Matrix({ cells, path }: MatrixProps) {
  const byPlace = new Map(cells.map((cell) => [placeOf(cell.table, cell.identity, cell.command), cell]));
  const tables = [...new Set(cells.map(({ table }) => table))].sort();
  const identities = [...new Set(cells.map(({ identity }) => identity))].sort((a, b) => rankOf(a) - rankOf(b));
  return (
    <Card flush title="Matrix" description={<Legend />}>
      <ScrollTable label="Table × identity × command" className="max-h-[42rem]">
        <thead className="sticky top-0 z-20 bg-surface text-muted-foreground text-xs">
          <tr>
            <th scope="col" className="sticky start-0 z-10 h-8 border-b bg-surface px-3 font-medium">
              Table
            </th>
            {identities.map((identity) => (
              <th key={identity} scope="col" className="h-8 whitespace-nowrap border-b px-2 font-medium">
                {identity}
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
                      <Verdict key={command} command={command} cell={byPlace.get(placeOf(table, identity, command))} />
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
  ...["member", "restricted member", "key", "restricted key", "job", "no context", "forged context"],
  ...["platform admin", "platform, no context"],
];
const rankOf = (identity: string) => (ORDER.includes(identity) ? ORDER.indexOf(identity) : ORDER.length);

const placeOf = (table: string, identity: string, command: string) => `${table} ${identity} ${command}`;

function Verdict({ command, cell }: { command: ProofCommand; cell: ProofCell | undefined }) {
  if (!cell)
    return (
      <span aria-hidden className="w-4 text-center text-2xs text-muted-foreground/60">
        ·
      </span>
    );
  const isRight = cell.wrong === 0;
  const sentence = `${command}: ${cell.attempts} attempts, ${cell.reached} reached rows, ${cell.refused} refused; ${cell.rows_there} rows were there${isRight ? "" : `; ${cell.wrong} wrong`}`;
  return (
    <span
      title={sentence}
      className={cn(
        "w-4 rounded-xs text-center font-medium text-2xs",
        isRight ? "bg-success-subtle text-success-text" : "bg-danger text-danger-foreground",
      )}
    >
      <span aria-hidden>{LETTERS[command]}</span>
      <span className="sr-only">{isRight ? `${command} as it should be` : sentence}</span>
    </span>
  );
}

function Legend() {
  return (
    <>
      {PROOF_COMMANDS.map((command) => `${LETTERS[command]} ${command}`).join(" · ")}. Green: every attempt came out as
      it should, own rows reached and others' refused, and the rows were there. Choose a table for its attempts.
    </>
  );
}
