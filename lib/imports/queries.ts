import type { TenantActor } from "../actor";
import { tenantRead } from "../tenant-db";

/**
 * Which of these lines have been imported from a source, and by which run: import ids by the key in hexadecimal.
 */
export async function findImportedLines(
  actor: TenantActor,
  source: string,
  lineKeys: readonly Uint8Array<ArrayBuffer>[],
): Promise<Map<string, string>> {
  const rows = await tenantRead(actor, "payment_intents:import", (db) =>
    db.importLine.findMany({
      where: { source, lineKey: { in: [...lineKeys] } },
      select: { lineKey: true, importId: true },
    }),
  );
  return new Map(rows.map(({ lineKey, importId }) => [Buffer.from(lineKey).toString("hex"), importId]));
}
