import { v7 as uuidV7 } from "uuid";
import type { TenantActor } from "../../lib/actor";
import { exponentOf } from "../../lib/money";
import type { PaymentIntentStatus } from "../../lib/payment-intents/lifecycle";
import { sql, tenantRead, tenantWrite, type WriteClient } from "../../lib/tenant-db";
import { type Random, seededRandom } from "./random";

const DAYS = 120;
const DAY_MS = 86_400_000;
const BATCH = 400;
const FIRST_NAMES = [
  "Ana",
  "Bruno",
  "Clara",
  "Dmitri",
  "Elif",
  "Farid",
  "Greta",
  "Hana",
  "Ivo",
  "Jana",
  "Kofi",
  "Lena",
  "Mateo",
  "Nour",
  "Otto",
];
const LAST_NAMES = [
  "Almeida",
  "Berg",
  "Costa",
  "Dvorak",
  "Eriksen",
  "Fischer",
  "Garcia",
  "Horvath",
  "Ito",
  "Jensen",
  "Kowalski",
  "Lopes",
];
const CHANNELS = ["web", "phone", "desk", "partner"];
const FAILURES = [
  "Your card was declined.",
  "Your card has insufficient funds.",
  "Your card has expired.",
  "The card's bank did not confirm who the customer is.",
];
/** Units of the currency per euro, roughly: so that a room costs what a room costs. */
const PER_EURO: Readonly<Record<string, number>> = { HUF: 390, JPY: 165, SEK: 11.3, NOK: 11.7, BHD: 0.41 };

interface SeedPayment {
  id: string;
  createdAt: Date;
  final: PaymentIntentStatus;
  failureReason: string | null;
}

/** Makes payments of the last 120 days on all accounts without others below them, each led to its status step by step. */
export async function seedPayments(actor: TenantActor, count: number): Promise<void> {
  const random = seededRandom(count);
  const hotels = await tenantRead(actor, "accounts:read", (db) =>
    db.account.findMany({
      where: { children: { none: {} } },
      select: { id: true, currency: true },
      orderBy: { name: "asc" },
    }),
  );
  const times = Array.from(
    { length: count },
    () => Date.now() - Math.floor(random.next() ** 1.3 * DAYS * DAY_MS),
  ).sort();
  for (let from = 0; from < count; from += BATCH) {
    await tenantWrite(actor, "payment_intents:write", "seed.payments", async (db) => {
      const payments: SeedPayment[] = [];
      const data = times.slice(from, from + BATCH).map((time, i) => {
        const payment = plan(random, time);
        payments.push(payment);
        return {
          ...draft(random, random.pick(hotels), from + i),
          id: payment.id,
          createdAt: payment.createdAt,
          tenantId: actor.tenantId,
        };
      });
      await db.paymentIntent.createMany({ data });
      await moveTo(db, payments);
    });
  }
}

/** Leads payments to their end as the sandbox would have: told of them two seconds later, answering three more later. */
async function moveTo(db: WriteClient, payments: readonly SeedPayment[]): Promise<void> {
  const ids = (keep: (payment: SeedPayment) => boolean) => payments.filter(keep).map(({ id }) => id);
  await db.rows(
    sql`update payment_intents p set status = 'PROCESSING', provider = 'sandbox',
          provider_reference = 'pay_' || replace(p.id::text, '-', ''),
          confirmed_at = p.created_at + interval '1 second', submitted_at = p.created_at + interval '2 seconds'
        where p.id = any (${ids(({ final }) => final !== "INITIALIZED")}::uuid[])`,
  );
  await db.rows(
    sql`update payment_intents p set status = 'PROCESSED', processed_at = p.created_at + interval '5 seconds'
        where p.id = any (${ids(({ final }) => final === "PROCESSED")}::uuid[])`,
  );
  const settled = async (status: PaymentIntentStatus, failureReason: string | null) =>
    db.paymentIntent.updateMany({
      where: { id: { in: ids((payment) => payment.final === status && payment.failureReason === failureReason) } },
      data: { status, failureReason },
    });
  await settled("CANCELED", null);
  for (const failureReason of FAILURES) await settled("FAILED", failureReason);
}

function plan(random: Random, time: number): SeedPayment {
  // The newest ones are still on their way.
  const isRecent = Date.now() - time < DAY_MS;
  const roll = random.next();
  const final = isRecent && roll < 0.5 ? (roll < 0.25 ? "INITIALIZED" : "PROCESSING") : settled(roll);
  return {
    id: uuidV7({ msecs: time, random: Uint8Array.from({ length: 16 }, () => random.int(0, 255)) }),
    createdAt: new Date(time),
    final,
    failureReason: final === "FAILED" ? random.pick(FAILURES) : null,
  };
}

function settled(roll: number): PaymentIntentStatus {
  if (roll < 0.82) return "PROCESSED";
  return roll < 0.92 ? "FAILED" : "CANCELED";
}

function draft(random: Random, hotel: { id: string; currency: string }, index: number) {
  const nights = random.int(1, 9);
  const euros = (random.int(70, 320) + random.int(0, 99) / 100) * nights;
  const unit = 10 ** exponentOf(hotel.currency);
  const amount = Math.round(euros * (PER_EURO[hotel.currency] ?? 1) * unit);
  const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  const isAbroad = random.chance(0.15) && hotel.currency !== "EUR";
  return {
    accountId: hotel.id,
    billingAmount: amount,
    billingCurrency: hotel.currency,
    ...(isAbroad ? { processingAmount: Math.round(euros * 100), processingCurrency: "EUR" } : {}),
    customerEmail: random.chance(0.93) ? `${first}.${last}${random.int(1, 99)}@example.com`.toLowerCase() : null,
    customerPhone: random.chance(0.5) ? `+3519100${String(random.int(0, 99_999)).padStart(5, "0")}` : null,
    reference: `BKG-${String(10_000 + index)}`,
    metadata: {
      channel: random.pick(CHANNELS),
      nights,
      guests: random.int(1, 4),
      ...(random.chance(0.2) ? { tags: ["vip", "late-arrival"].slice(random.int(0, 1)) } : {}),
    },
  };
}
