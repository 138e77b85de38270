import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import { type ConstraintMessages, platformWrite, sql } from "../tenant-db";
import { getIsolationProof } from "./queries";
import type { IsolationProof } from "./schema";

const RUNNING = "A proof is running or asked for already: wait for it to end";

const constraints: ConstraintMessages = {
  isolation_proofs_one_open: () => new AppError("conflict", RUNNING),
};

/**
 * Asks the process that has the owner's login for a proof; what comes of it is read by its id.
 * @throws AppError `conflict` where one is under way, or where no such process waits
 */
export async function requestIsolationProof(admin: PlatformAdminActor): Promise<IsolationProof> {
  const id = await platformWrite(
    admin,
    "isolation_proofs.request",
    async (db) => {
      const [row] = await db.rows<{ id: string | null }>(sql`select app.request_isolation_proof() as id`);
      return row?.id ?? null;
    },
    { constraints },
  );
  if (id === null)
    throw new AppError("conflict", "Nobody is here who could prove it: run npm run prove:isolation on the server");
  const {
    cells: _cells,
    wrong_attempts: _wrong,
    findings: _found,
    attempts: _all,
    ...proof
  } = await getIsolationProof(admin, { id });
  return proof;
}
