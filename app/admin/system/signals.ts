import type { Texts } from "@/lib/messages/texts";
import type { System } from "@/lib/system/schema";

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
export function signalsOf(t: Texts<"server.adminSystem">, system: System): Signal[] {
  const found: Signal[] = [];
  const add = (tone: Signal["tone"], text: string, href: string | null = null) => found.push({ tone, text, href });
  const { database, jobs, mails, migrations, inbound_webhooks: inbound, outbound_webhooks: outbound } = system;
  const drift = migrations.items.filter(({ state }) => state !== "applied");
  if (drift.length > 0) {
    const list = drift.map(({ name, state }) => t("signals.migration", { name, state: t(`migrationStates.${state}`) }));
    add("danger", t("signals.migrations", { list: list.join(", ") }));
  }
  if (jobs.worker_connections === 0) add("danger", t("signals.noWorker"));
  const failed = sum(jobs.tasks.map((task) => task.failed));
  if (failed > 0) add("danger", t("signals.failedJobs", { count: failed }), "/admin/system/jobs?state=failed");
  const late = jobs.tasks.filter(({ oldest_waiting_at: at }) => at && ageMs(system, at) > SLOW_QUEUE_MS);
  if (late.length > 0)
    add(
      "warning",
      t("signals.lateJobs", { tasks: late.map(({ task }) => task).join(", ") }),
      "/admin/system/jobs?state=waiting",
    );
  const { used, limit, reserved } = database.connections;
  if (used > (limit - reserved) * FULL_SERVER)
    add("warning", t("signals.connections", { used, limit: limit - reserved }));
  const long = database.oldest_transactions.filter(({ seconds }) => (seconds ?? 0) > LONG_TRANSACTION_SECONDS);
  for (const { role, seconds } of long)
    add("warning", t("signals.transaction", { role, seconds: Math.round(seconds ?? 0) }));
  if (database.cache_hit_ratio !== null && database.cache_hit_ratio < POOR_CACHE) add("warning", t("signals.cache"));
  if (mails.failed > 0) add("warning", t("signals.mails", { count: mails.failed }), "/admin/mail?status=failed");
  if (inbound.failed > 0)
    add(
      "danger",
      t("signals.inbound", { count: inbound.failed }),
      "/admin/system/jobs?state=failed&task=payments.apply_event",
    );
  if (outbound.deliveries_overdue > 0) add("warning", t("signals.overdue", { count: outbound.deliveries_overdue }));
  return found.sort((a, b) => a.tone.localeCompare(b.tone));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const ageMs = ({ taken_at }: System, moment: string) => Date.parse(taken_at) - Date.parse(moment);
