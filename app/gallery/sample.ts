import type { Option } from "@/components/ui/option";
import type { JsonRecord } from "@/components/ui/record-diff";
import type { TreeNode } from "@/components/ui/tree-view";

export const TIME_ZONE = "Europe/Lisbon";

export const STATUSES = [
  "INITIALIZED",
  "PROCESSING",
  "PROCESSED",
  "FAILED",
  "CANCELED",
  "PARTIALLY_REFUNDED",
  "REFUNDED",
] as const;

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
  href: `/gallery?account=${id}`,
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
