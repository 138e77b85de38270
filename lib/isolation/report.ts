import type { ProbeCell, ProbeReport } from "./probe";

/** The report as a text table: one line per table, one column per identity, then whatever was not as it should be. */
export function matrixOf(report: ProbeReport): string {
  const tables = [...new Set(report.cells.map(({ table }) => table))].sort();
  const identities = [...new Set(report.cells.map(({ identity }) => identity))];
  const width = Math.max(...tables.map((table) => table.length), 5);
  const head = ["table".padEnd(width), ...identities].join("  ");
  const lines = tables.map((table) => {
    const verdicts = identities.map((identity) => {
      const cells = report.cells.filter((cell) => cell.table === table && cell.identity === identity);
      return verdictOf(cells).padEnd(identity.length);
    });
    return [table.padEnd(width), ...verdicts].join("  ").trimEnd();
  });
  const reached = report.cells.filter(({ outcome }) => outcome === "reached").length;
  return [
    head,
    ...lines,
    "",
    ...report.wrong.map(sentenceOf),
    `${report.cells.length} attempts in ${(report.durationMs / 1000).toFixed(1)} s: ${reached} on reachable rows, ` +
      `${report.cells.length - reached} refused; not as they should be: ${report.wrong.length}.`,
  ].join("\n");
}

/** `✓ 8+12`: eight attempts came through and twelve were refused, all as they should. */
function verdictOf(cells: ProbeCell[]): string {
  if (cells.length === 0) return "–";
  const wrong = cells.filter(({ expected, outcome }) => expected !== outcome).length;
  const reached = cells.filter(({ outcome }) => outcome === "reached").length;
  return wrong > 0 ? `✗ ${wrong}` : `✓ ${reached}+${cells.length - reached}`;
}

function sentenceOf({ identity, command, table, target, expected, detail }: ProbeCell): string {
  return `✗ ${identity}: ${command} ${table} of ${target} should be ${expected}: ${detail}`;
}
