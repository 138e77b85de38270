import type { Option } from "@/components/ui/option";
import type { JsonRecord } from "@/components/ui/record-diff";
import type { TreeNode } from "@/components/ui/tree-view";

export const TIME_ZONE = "Europe/Lisbon";

export const PAYMENT_STATUSES = [
  "INITIALIZED",
  "PROCESSING",
  "PROCESSED",
  "FAILED",
  "CANCELED",
  "PARTIALLY_REFUNDED",
  "REFUNDED",
] as const;

/** Of everything that has one. */
export const STATUSES = [
  ...PAYMENT_STATUSES,
  "AWAITING_APPROVAL",
  "PENDING",
  "SUCCEEDED",
  "ACTIVE",
  "SUSPENDED",
  "EXPIRED",
  "REVOKED",
  "DELETED",
] as const;

export const ROW = "flex flex-wrap items-center gap-2";

export const ID = "019a3f5e-8a1c-7d2e-9b4f-3c5d7e9f1a2b";
export const MOMENT = "2026-11-20T13:05:09.123Z";
export const REQUEST_ID = "req_01JD8Z6Q3M";
export const LONG_NAME = "Lisbon Airport and Conference Centre Hotel, Spa and Serviced Residences by Harbour";

/** A picture of one colour. */
export const PICTURE =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Crect width='8' height='8' fill='teal'/%3E%3C/svg%3E";

export const CURRENCY_OPTIONS: Option[] = [
  { value: "EUR", label: "EUR", hint: "Euro" },
  { value: "USD", label: "USD", hint: "US Dollar" },
  { value: "JPY", label: "JPY", hint: "Yen" },
  { value: "KWD", label: "KWD", hint: "Kuwaiti Dinar" },
];

export const ACCOUNT_OPTIONS: Option[] = [
  { value: "019a0000-0000-7000-8000-000000000001", label: "City Hotel", hint: "Iberia › Lisbon" },
  { value: "019a0000-0000-7000-8000-000000000002", label: "Resort Hotel", hint: "Iberia › Algarve" },
  { value: "019a0000-0000-7000-8000-000000000003", label: "Grand Harbour", hint: "Nordics › Bergen" },
];

const leaf = (id: string, label: string, meta: string): TreeNode => ({
  id,
  label,
  meta,
  href: `/gallery/records?account=${id}`,
  children: [],
});

export const ACCOUNT_TREE: TreeNode[] = [
  {
    ...leaf("iberia", "Iberia", "€9,800.15"),
    children: [
      { ...leaf("lisbon", "Lisbon", "€9,288.12"), children: [leaf("city", "City Hotel", "€9,288.12")] },
      { ...leaf("algarve", "Algarve", "€512.03"), children: [leaf("resort", "Resort Hotel", "€512.03")] },
    ],
  },
  leaf("nordics", "Nordics", "€0.00"),
];

export const DIFF: { before: JsonRecord; after: JsonRecord } = {
  before: {
    billing_amount: 45900,
    status: "INITIALIZED",
    customer_email: "a***@example.com",
    reference: "",
    metadata: { nights: 3, room: "A", late: true },
  },
  after: {
    billing_amount: 48900,
    status: "PROCESSING",
    customer_email: "a***@example.com",
    reference: "A-2026-17",
    metadata: { nights: 4, room: "A", guests: ["Ann", "Ben"] },
  },
};

export const SECRET = "bh_sk_live_7Hk2mQ9xVb4TzR8nWc3YpL6dJf5Gs1Ae";
