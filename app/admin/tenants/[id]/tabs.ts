/** The pages about one tenant, in their order; the first is the address itself. */
export const TENANT_TABS = [
  { label: "Overview", path: "" },
  { label: "Switches", path: "/switches" },
  { label: "Template", path: "/template" },
  { label: "Visits", path: "/visits" },
  { label: "Notes", path: "/notes" },
  { label: "Audit log", path: "/audit-logs" },
] as const;
