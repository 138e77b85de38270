import { bookkeepingPool } from "./pools";

/**
 * Makes the audit log's next months, and puts kept totals together. It changes no fact, so any number of processes may
 * do it at any time.
 * @throws Error when the database stays out of reach
 */
export async function upkeep(): Promise<void> {
  await bookkeepingPool().query("select app.upkeep()");
}
