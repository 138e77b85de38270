/** The pages of the system, in their order; the first is the address itself. */
export const SYSTEM_TABS = [
  { name: "overview", href: "/admin/system" },
  { name: "jobs", href: "/admin/system/jobs" },
  { name: "isolation", href: "/admin/system/isolation" },
] as const;
