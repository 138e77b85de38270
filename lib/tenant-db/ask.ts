import type { CarriedPool } from "./carried-pool";
import { expectedFailure, faultOf, isOutage } from "./faults";
import { tenantDoor } from "./pools";
import { withRetry } from "./retry";

/**
 * Calls a SECURITY DEFINER function that needs no context.
 * @param mayRepeat running it twice does no harm, so that an outage is waited out
 * @param name keeps the statement prepared: for one constant text only
 * @throws AppError `unavailable` when the database stays out of reach
 */
export async function ask<T>(
  text: string,
  values: readonly unknown[],
  mayRepeat: boolean,
  name?: string,
): Promise<T[]> {
  const pool: CarriedPool = tenantDoor().pool;
  try {
    const { rows } = await withRetry(
      () => pool.withoutContext(text, values, name),
      (error) => {
        const fault = faultOf(error, null);
        return fault !== null && isOutage(fault) && mayRepeat;
      },
    );
    return rows as T[];
  } catch (error) {
    throw expectedFailure(error, faultOf(error, null), {}) ?? error;
  }
}
