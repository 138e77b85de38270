/** How often and how long a unit of work is tried again. */
export interface RetryPolicy {
  maxTries: number;
  /** From the first try to the start of the last. */
  budgetMs: number;
  baseDelayMs: number;
}

export const RETRY_POLICY: RetryPolicy = { maxTries: 5, budgetMs: 3000, baseDelayMs: 60 };

/**
 * Runs `attempt` until it succeeds, its error is not to be tried again, or the policy is used up; then throws the last
 * error. Waits grow exponentially with full jitter, so that clients that failed together do not come back together.
 */
export async function withRetry<T>(
  attempt: () => Promise<T>,
  mayRetry: (error: unknown) => boolean,
  policy: RetryPolicy = RETRY_POLICY,
): Promise<T> {
  const startedAt = performance.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const elapsedMs = performance.now() - startedAt;
      // The first waits alone would be over before a restarting server is back: the last try waits for the budget's end.
      const ceilingMs = policy.baseDelayMs * 3 ** tries;
      const delayMs = Math.min(ceilingMs * (0.5 + Math.random() / 2), Math.max(policy.budgetMs - elapsedMs, 0));
      if (tries >= policy.maxTries || elapsedMs >= policy.budgetMs || !mayRetry(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
}
