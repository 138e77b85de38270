import type { System } from "@/lib/system/schema";
import { countLabel } from "./figures";

/** Something that somebody should look at. */
export interface Signal {
  tone: "warning" | "danger";
  text: string;
  /** Where to look; null: on this page. */
  href: string | null;
}

/** Above these, a figure is worth a look. */
const FULL_SERVER = 0.8;
const SLOW_QUEUE_MS = 5 * 60_000;
const LONG_TRANSACTION_SECONDS = 60;
const POOR_CACHE = 0.9;

/** What of the system's figures somebody should look at, the worst first; nothing if all is well. */
export function signalsOf(system: System): Signal[] {
  const found: Signal[] = [];
  const add = (tone: Signal["tone"], text: string, href: string | null = null) => found.push({ tone, text, href });
  const { database, jobs, mails, migrations, inbound_webhooks: inbound, outbound_webhooks: outbound } = system;
  const drift = migrations.items.filter(({ state }) => state !== "applied");
  if (drift.length > 0)
    add("danger", `Migrations: ${drift.map(({ name, state }) => `${name} is ${state}`).join(", ")}.`);
  if (jobs.worker_connections === 0) add("danger", "No process runs jobs: payments, mails and webhooks wait.");
  const failed = sum(jobs.tasks.map((task) => task.failed));
  if (failed > 0)
    add("danger", `${countLabel(failed)} ${jobsWord(failed)} failed for good.`, "/admin/system/jobs?state=failed");
  const late = jobs.tasks.filter(({ oldest_waiting_at: at }) => at && ageMs(system, at) > SLOW_QUEUE_MS);
  if (late.length > 0)
    add(
      "warning",
      `Jobs have waited for more than five minutes: ${late.map(({ task }) => task).join(", ")}.`,
      "/admin/system/jobs?state=waiting",
    );
  const { used, limit, reserved } = database.connections;
  if (used > (limit - reserved) * FULL_SERVER)
    add("warning", `${used} of the server's ${limit - reserved} connections are taken.`);
  const long = database.oldest_transactions.filter(({ seconds }) => (seconds ?? 0) > LONG_TRANSACTION_SECONDS);
  for (const { role, seconds } of long)
    add("warning", `A transaction of ${role} has been open for ${Math.round(seconds ?? 0)} s.`);
  if (database.cache_hit_ratio !== null && database.cache_hit_ratio < POOR_CACHE)
    add("warning", "Less than nine in ten pages are found in memory: the server may need more of it.");
  if (mails.failed > 0)
    add("warning", `${countLabel(mails.failed)} mails could not be sent.`, "/admin/mail?status=failed");
  if (inbound.failed > 0)
    add(
      "danger",
      `${countLabel(inbound.failed)} webhooks of providers could not be worked off.`,
      "/admin/system/jobs?state=failed&task=payments.apply_event",
    );
  if (outbound.deliveries_overdue > 0)
    add("warning", `${countLabel(outbound.deliveries_overdue)} deliveries of webhooks are overdue.`);
  return found.sort((a, b) => a.tone.localeCompare(b.tone));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const jobsWord = (count: number) => (count === 1 ? "job has" : "jobs have");
const ageMs = ({ taken_at }: System, moment: string) => Date.parse(taken_at) - Date.parse(moment);
