import { expect, test } from "vitest";
import type { System } from "@/lib/system/schema";
import { englishTexts } from "@/lib/testing/texts";
import { signalsOf } from "./signals";

const t = englishTexts("server.adminSystem");
const AT = "2026-01-31T09:30:00.000Z";

/** A system that is as it should be. */
const WELL: System = {
  taken_at: AT,
  database: {
    version: "18.4",
    started_at: AT,
    size_bytes: 1,
    largest_tables: [],
    cache_hit_ratio: 0.99,
    deadlocks: 0,
    connections: { limit: 100, reserved: 3, used: 20, by_role: [] },
    oldest_transactions: [{ role: "tenant_user", seconds: 0.1 }],
    slow_statements: null,
    replication: { is_standby: false, standbys: 0, slots: [] },
  },
  migrations: { has_files: true, items: [{ name: "1_one", state: "applied", applied_at: AT }] },
  process: { pid: 1, uptime_seconds: 1, memory_bytes: 1, environment: "test" },
  pools: [],
  jobs: { worker_connections: 6, runs_here: true, tasks: [], clock: [] },
  mails: { has_server: true, queued: 0, sent: 1, failed: 0, kept: 0, oldest_queued_at: null },
  inbound_webhooks: {
    waiting: 0,
    oldest_waiting_at: null,
    failed: 0,
    received_last_day: 0,
    worked_off_last_day: 0,
    last_received_at: null,
  },
  outbound_webhooks: {
    endpoints_enabled: 1,
    endpoints_failing: 0,
    endpoints_disabled: 0,
    deliveries_waiting: 0,
    deliveries_overdue: 0,
    oldest_due_at: null,
    deliveries_failed_last_day: 0,
  },
  versions: { app: "1", node: "20", next: "16", react: "19", prisma: "7", postgres: "18.4" },
  limits: [],
};

const task = { task: "a", waiting: 0, planned: 0, retrying: 0, running: 0, failed: 0, oldest_waiting_at: null };

test("a system that is well has nothing to look at", () => {
  expect(signalsOf(t, WELL)).toEqual([]);
});

test.each<[string, Partial<System>, RegExp]>([
  [
    "a pending migration",
    { migrations: { has_files: true, items: [{ name: "2_two", state: "pending", applied_at: null }] } },
    /2_two is pending/,
  ],
  ["a queue without a worker", { jobs: { ...WELL.jobs, worker_connections: 0 } }, /No process runs jobs/],
  ["failed jobs", { jobs: { ...WELL.jobs, tasks: [{ ...task, failed: 2 }] } }, /2 jobs have failed for good/],
  [
    "a job that waits for long",
    { jobs: { ...WELL.jobs, tasks: [{ ...task, waiting: 1, oldest_waiting_at: "2026-01-31T09:20:00.000Z" }] } },
    /waited for more than five minutes: a/,
  ],
  [
    "a full server",
    { database: { ...WELL.database, connections: { ...WELL.database.connections, used: 90 } } },
    /90 of the server's 97 connections/,
  ],
  [
    "a transaction that was forgotten",
    { database: { ...WELL.database, oldest_transactions: [{ role: "job_worker", seconds: 90 }] } },
    /of job_worker has been open for 90 s/,
  ],
  ["mails that failed", { mails: { ...WELL.mails, failed: 1 } }, /could not be sent/],
  ["webhooks that failed", { inbound_webhooks: { ...WELL.inbound_webhooks, failed: 1 } }, /could not be worked off/],
  ["deliveries overdue", { outbound_webhooks: { ...WELL.outbound_webhooks, deliveries_overdue: 4 } }, /overdue/],
])("%s is something to look at", (_, change, text) => {
  const found = signalsOf(t, { ...WELL, ...change });
  expect(found.map((signal) => signal.text)).toEqual([expect.stringMatching(text)]);
});

test("the worst comes first", () => {
  const found = signalsOf(t, {
    ...WELL,
    mails: { ...WELL.mails, failed: 1 },
    jobs: { ...WELL.jobs, worker_connections: 0 },
  });
  expect(found.map(({ tone }) => tone)).toEqual(["danger", "warning"]);
});
