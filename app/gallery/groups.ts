/** The pages of the gallery, as its navigation and its first page list them. */
export const GROUPS = [
  { href: "/gallery/primitives", label: "Primitives", about: "Buttons, badges, amounts, times, ids" },
  { href: "/gallery/controls", label: "Controls", about: "Inputs, choices and pickers by themselves" },
  { href: "/gallery/forms", label: "Forms", about: "Fields with label, help and refusal; whole forms" },
  { href: "/gallery/overlays", label: "Overlays", about: "Dialogs, menus, popovers, sheets, tooltips, toasts" },
  { href: "/gallery/feedback", label: "Feedback", about: "Messages, nothing, faults, what is on its way" },
  { href: "/gallery/records", label: "Records", about: "Facts, timelines, differences, trees, raw JSON" },
  { href: "/gallery/tables", label: "Tables", about: "Parts of lists: tabs, filters, pager, skeleton" },
  { href: "/gallery/charts", label: "Charts", about: "Bars by day, bars that lead on, lines" },
] as const;
