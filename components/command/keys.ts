// Every key that pages act on, in one place: the dialog behind `?` shows them, and tests hold them apart. Who handles a key
// asks `singleKey` first, so that all of them can be switched off together.

/** A way from anywhere to a page: `g`, then this key. */
export interface GoKey {
  key: string;
  label: string;
  /** Below the address where the section begins. */
  path: string;
}

export const GO_PREFIX = "g";

export const GO_KEYS: readonly GoKey[] = [
  { key: "o", label: "Overview", path: "" },
  { key: "p", label: "Payment intents", path: "/payment-intents" },
  { key: "r", label: "Refunds", path: "/refunds" },
  { key: "v", label: "Approvals", path: "/approvals" },
  { key: "a", label: "Accounts", path: "/accounts" },
  { key: "d", label: "Documents", path: "/documents" },
  { key: "t", label: "Team", path: "/team" },
  { key: "l", label: "Audit log", path: "/audit-logs" },
  { key: "k", label: "API keys", path: "/api-keys" },
  { key: "w", label: "Webhooks", path: "/webhooks" },
  { key: "q", label: "API requests", path: "/requests" },
  { key: "s", label: "Settings", path: "/settings" },
];

export const ADMIN_GO_KEYS: readonly GoKey[] = [
  { key: "o", label: "Overview", path: "" },
  { key: "f", label: "Search", path: "/search" },
  { key: "t", label: "Tenants", path: "/tenants" },
  { key: "m", label: "Templates", path: "/templates" },
  { key: "u", label: "Users", path: "/users" },
  { key: "v", label: "Visits", path: "/visits" },
  { key: "l", label: "Audit log", path: "/audit-logs" },
  { key: "e", label: "Mail", path: "/mail" },
  { key: "s", label: "System", path: "/system" },
];

export interface KeyHelp {
  /** Pressed one after the other. */
  keys: readonly string[];
  label: string;
}

/** Stands for Ctrl, or ⌘ on a Mac. */
export const MOD = "Mod";
export const HELP_KEY = "?";
export const CREATE_KEY = "c";

/** Where keys other than the ways work, with what each does. */
export const KEY_GROUPS: readonly { label: string; keys: readonly KeyHelp[] }[] = [
  {
    label: "Everywhere",
    keys: [
      { keys: [`${MOD} K`], label: "Find records, pages and actions" },
      { keys: [HELP_KEY], label: "Show these keys" },
      { keys: [CREATE_KEY], label: "Make something new, on a page that offers it" },
      { keys: ["Esc"], label: "Close what is open" },
    ],
  },
  {
    label: "In a list",
    keys: [
      { keys: ["/"], label: "Go to the filter" },
      { keys: ["j"], label: "Next row" },
      { keys: ["k"], label: "Row before" },
      { keys: ["Enter"], label: "Open the row" },
      { keys: ["o"], label: "Open the row in a new tab" },
      { keys: ["x"], label: "Select the row; with Shift a range" },
    ],
  },
  {
    label: "On a record",
    keys: [
      { keys: ["["], label: "The one before in its list; also k" },
      { keys: ["]"], label: "The next in its list; also j" },
    ],
  },
];
