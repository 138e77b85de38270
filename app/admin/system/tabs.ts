/** The pages of the system, in their order; the first is the address itself. */
export const SYSTEM_TABS = [
  { label: "Overview", href: "/admin/system" },
  { label: "Jobs", href: "/admin/system/jobs" },
  { label: "Isolation proof", href: "/admin/system/isolation" },
] as const;
