import { defineList, type ListQuery, type Page, pageOf } from "@/lib/list-query";
import { PAYMENT_STATUSES } from "../../sample";

export interface SampleRow {
  id: string;
  reference: string;
  status: string;
  accountName: string;
  customerEmail: string;
  billingAmountMinor: number;
  billingCurrency: string;
  createdAt: string;
}

export const sampleList = defineList({
  name: "samples",
  sorts: {
    created: { column: null, type: "timestamp", nullable: false },
    amount: { column: "billing_amount", type: "number", nullable: false },
  },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    status: { kind: "enum", column: "status", values: PAYMENT_STATUSES },
    account: { kind: "account", column: "account_id" },
    customer_email: { kind: "text", column: "customer_email", match: "prefix" },
    amount: { kind: "amountRange", column: "billing_amount" },
    created: { kind: "dateRange", column: "created_at" },
    metadata: { kind: "metadata", column: "metadata" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});

const NAMES = ["City Hotel", "Resort Hotel", "Grand Harbour and Conference Centre"];
const ROWS: SampleRow[] = Array.from({ length: 320 }, (_, index) => ({
  id: `019a3f5e-8a1c-7d2e-9b4f-${String(index).padStart(12, "0")}`,
  reference: `BK-${String(48_213 - index)}`,
  status: PAYMENT_STATUSES[(index * 5) % PAYMENT_STATUSES.length] ?? "INITIALIZED",
  accountName: NAMES[index % NAMES.length] ?? "",
  customerEmail: `guest.${index}@mail.example`,
  billingAmountMinor: (index * 7_919) % 250_000,
  billingCurrency: index % 11 === 0 ? "JPY" : "EUR",
  createdAt: new Date(Date.UTC(2026, 10, 20, 12) - index * 5_400_000).toISOString(),
}));

/** Filters by status and the beginning of the e-mail, and walks by cursor over rows in memory: enough to see the table in all its states. */
export function findSamples(query: ListQuery): Page<SampleRow> {
  const { status, customer_email: email } = query.filters;
  const found = ROWS.filter((row) => status?.kind !== "enum" || status.values.includes(row.status)).filter(
    (row) => email?.kind !== "text" || row.customerEmail.startsWith(email.text),
  );
  const ordered = query.direction === "previous" ? found.toReversed() : found;
  const skipped = ((query.page ?? 1) - 1) * query.size;
  const start = query.cursor ? ordered.findIndex((row) => row.id === query.cursor?.id) + 1 : skipped;
  return pageOf(
    query,
    ordered.slice(start, start + query.size + 1),
    status || email ? found.length : 12_000,
    (row) => ({
      values: query.sort.name === "amount" ? [row.billingAmountMinor] : [],
      id: row.id,
    }),
  );
}
