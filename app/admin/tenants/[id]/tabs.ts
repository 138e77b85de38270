/** The pages about one tenant, in their order; the first is the address itself. */
export const TENANT_TABS = [
  { key: "overview", path: "" },
  { key: "switches", path: "/switches" },
  { key: "template", path: "/template" },
  { key: "visits", path: "/visits" },
  { key: "notes", path: "/notes" },
  { key: "auditLogs", path: "/audit-logs" },
] as const;
