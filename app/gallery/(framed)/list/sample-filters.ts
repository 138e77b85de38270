import type { FilterField } from "@/components/data-table/filter-fields";
import { statusLabel } from "@/components/ui/status-badge";
import { ACCOUNT_OPTIONS, PAYMENT_STATUSES, TIME_ZONE } from "../../sample";

const STATUS_OPTIONS = PAYMENT_STATUSES.map((value) => ({ value, label: statusLabel(value) }));

export const TABS = [
  { value: null, label: "All" },
  ...STATUS_OPTIONS.filter(({ value }) => ["PROCESSED", "FAILED", "REFUNDED"].includes(value)),
];

export const FIELDS: FilterField[] = [
  { kind: "enum", name: "status", label: "Status", options: STATUS_OPTIONS },
  { kind: "option", name: "account", label: "Account", options: ACCOUNT_OPTIONS },
  { kind: "amountRange", name: "amount", label: "Amount", currency: "EUR" },
  { kind: "dateRange", name: "created", label: "Created", timeZone: TIME_ZONE },
  { kind: "text", name: "customer_email", label: "Customer e-mail", match: "prefix" },
  { kind: "keyValue", name: "metadata", label: "Metadata" },
];
