import type { Messages } from "@/lib/messages/catalogue";

// Every key that pages act on, in one place: the dialog behind `?` shows them, and tests hold them apart. Who handles a key
// asks `singleKey` first, so that all of them can be switched off together.

type CommandTexts = Messages["client"]["command"];

/** A way from anywhere to a page: `g`, then this key. */
export interface GoKey {
  key: string;
  page: keyof CommandTexts["pages"];
  /** Below the address where the section begins. */
  path: string;
}

export const GO_PREFIX = "g";

export const GO_KEYS: readonly GoKey[] = [
  { key: "o", page: "overview", path: "" },
  { key: "p", page: "payments", path: "/payment-intents" },
  { key: "r", page: "refunds", path: "/refunds" },
  { key: "v", page: "approvals", path: "/approvals" },
  { key: "a", page: "accounts", path: "/accounts" },
  { key: "d", page: "documents", path: "/documents" },
  { key: "t", page: "team", path: "/team" },
  { key: "l", page: "auditLogs", path: "/audit-logs" },
  { key: "k", page: "apiKeys", path: "/api-keys" },
  { key: "w", page: "webhooks", path: "/webhooks" },
  { key: "q", page: "requests", path: "/requests" },
  { key: "s", page: "settings", path: "/settings" },
];

export const ADMIN_GO_KEYS: readonly GoKey[] = [
  { key: "o", page: "overview", path: "" },
  { key: "f", page: "search", path: "/search" },
  { key: "t", page: "tenants", path: "/tenants" },
  { key: "m", page: "templates", path: "/templates" },
  { key: "u", page: "users", path: "/users" },
  { key: "v", page: "visits", path: "/visits" },
  { key: "l", page: "auditLogs", path: "/audit-logs" },
  { key: "e", page: "mail", path: "/mail" },
  { key: "s", page: "system", path: "/system" },
];

export interface KeyHelp {
  /** Pressed one after the other. */
  keys: readonly string[];
  meaning: keyof CommandTexts["keys"]["meanings"];
}

/** Stands for Ctrl, or ⌘ on a Mac. */
// text-ok: another name takes its place before it shows
export const MOD = "Mod";
export const HELP_KEY = "?";
export const CREATE_KEY = "c";

/** Where keys other than the ways work, with what each does. */
export const KEY_GROUPS: readonly { name: keyof CommandTexts["keys"]["groups"]; keys: readonly KeyHelp[] }[] = [
  {
    name: "everywhere",
    keys: [
      { keys: [`${MOD} K`], meaning: "menu" },
      { keys: [HELP_KEY], meaning: "help" },
      { keys: [CREATE_KEY], meaning: "create" },
      { keys: ["Esc"], meaning: "close" },
    ],
  },
  {
    name: "list",
    keys: [
      { keys: ["/"], meaning: "filter" },
      { keys: ["j"], meaning: "nextRow" },
      { keys: ["k"], meaning: "rowBefore" },
      { keys: ["Enter"], meaning: "openRow" },
      { keys: ["o"], meaning: "openRowInTab" },
      { keys: ["x"], meaning: "selectRow" },
    ],
  },
  {
    name: "record",
    keys: [
      { keys: ["["], meaning: "previousRecord" },
      { keys: ["]"], meaning: "nextRecord" },
    ],
  },
];
