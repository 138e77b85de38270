import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { announceProver, proveAndStore } from "@/lib/isolation/prove";

/** A process's readiness to prove isolation whenever the system page asks. */
export interface Prover {
  stop(): Promise<void>;
}

interface ProverOptions {
  /** Connection string of the owner. */
  ownerUrl: string;
  /** How often to look, besides being told: a notice may be lost with a connection. */
  lookEveryMs?: number;
  /** Receives a sentence for each proof and each fault. */
  note?: (message: string) => void;
}

const RECONNECT_AFTER_MS = 5000;

/**
 * Waits for requests of the system page, on one connection of the owner, and works them off one after the other. The web
 * server has no such login, so it can only ask. A lost connection is opened again.
 */
export function startProver({ ownerUrl, lookEveryMs = 15_000, note = () => {} }: ProverOptions): Prover {
  const stopping = new AbortController();
  const { signal } = stopping;
  const done = keepProving();

  async function keepProving(): Promise<void> {
    while (!signal.aborted) {
      try {
        await proveUntilLost();
      } catch (error) {
        if (!signal.aborted) note(`Proofs of isolation: ${error instanceof Error ? error.message : error}`);
      }
      await sleep(RECONNECT_AFTER_MS, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  async function proveUntilLost(): Promise<void> {
    const owner = new pg.Client({
      connectionString: ownerUrl,
      application_name: "bulkhead-prover",
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    let wake = () => {};
    const lost = new Promise<never>((_, reject) => owner.on("error", reject));
    lost.catch(() => {});
    owner.on("notification", () => wake());
    await owner.connect();
    try {
      await announceProver(owner);
      while (!signal.aborted) {
        const told = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const proof = await Promise.race([lost, proveAndStore(owner, null)]);
        if (proof) note(`Proof of isolation: ${proof.verdict}${proof.problem ? `. ${proof.problem}` : ""}`);
        else await Promise.race([lost, told, waited()]);
      }
    } finally {
      await owner.end().catch(() => {});
    }
  }

  async function waited(): Promise<void> {
    await sleep(lookEveryMs, undefined, { signal, ref: false }).catch(() => {});
  }

  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}
