import type { Switch } from "@/lib/switches";

interface SwitchWords {
  label: string;
  /** What it is for. */
  description: string;
  /** What happens as soon as it is off. */
  consequence: string;
}

/** The switches in words, for the platform's admins. */
export const SWITCH_WORDS: Readonly<Record<Switch, SwitchWords>> = {
  dashboard: {
    label: "Dashboard",
    description: "Members work in the pages of the tenant",
    consequence:
      "From the next click on no member reaches a page of this tenant; each reads your reason instead. Their other tenants and the API are not affected.",
  },
  api: {
    label: "API",
    description: "Access keys and session tokens are served at /api/v1",
    consequence:
      "From the next request on the API refuses every access key and session token of this tenant, with your reason. The dashboard is not affected.",
  },
  payments: {
    label: "Payments",
    description: "Payment intents are made and confirmed",
    consequence:
      "From the next request on no payment intent is made or confirmed. Those with the provider settle as they would.",
  },
  refunds: {
    label: "Refunds",
    description: "Refunds are asked for and approved",
    consequence:
      "From the next request on no refund is asked for or approved, whatever the tenant's own stop switch says. Those with the provider settle.",
  },
  exports: {
    label: "Exports",
    description: "Data leaves in bulk, by the tenant or by us",
    consequence:
      "From the next request on no data of this tenant leaves in bulk. Single documents are still downloaded.",
  },
};
