import type { Step } from "./steps";

/** Pages of specimens, and whole pages; `lib/http/adapters.test.ts` keeps count of the gallery's routes. */
export const PAGES = [
  "/gallery",
  "/gallery/primitives",
  "/gallery/controls",
  "/gallery/forms",
  "/gallery/overlays",
  "/gallery/feedback",
  "/gallery/records",
  "/gallery/tables",
  "/gallery/charts",
  "/gallery/list",
  "/gallery/list/empty",
  "/gallery/frame",
];

/** A photo of a window: what fills a page, and lists, whose state is in the address. */
export interface WindowPhoto {
  name: string;
  path: string;
  width?: number;
  steps?: readonly Step[];
  shows?: string;
}

const SELECT_THREE: Step[] = [1, 2, 3].map((place) => ({ do: "click", on: `[data-select-row] >> nth=${place}` }));
const ASK_TO_CANCEL: Step[] = [...SELECT_THREE, { do: "click", on: "text=Cancel payments" }];

export const WINDOWS: readonly WindowPhoto[] = [
  { name: "list-full", path: "/gallery/list" },
  { name: "list-narrow", path: "/gallery/list", width: 360 },
  { name: "list-sorted-by-amount", path: "/gallery/list?sort=amount" },
  { name: "list-filtered", path: "/gallery/list?status=FAILED" },
  { name: "list-with-a-wrong-filter", path: "/gallery/list?status=BROKEN&created_from=yesterday" },
  { name: "list-nothing-matches", path: "/gallery/list?customer_email=nobody*", shows: "text=Clear filters" },
  { name: "list-nothing-yet", path: "/gallery/list/empty" },
  { name: "list-selection", path: "/gallery/list", steps: SELECT_THREE, shows: "text=Cancel payments" },
  { name: "list-bulk-question", path: "/gallery/list", steps: ASK_TO_CANCEL, shows: "role=dialog" },
  {
    name: "list-bulk-reason",
    path: "/gallery/list",
    steps: [...SELECT_THREE, { do: "click", on: "text=Hold payments" }],
    shows: "role=dialog >> role=textbox",
  },
  {
    name: "list-bulk-refusals",
    path: "/gallery/list",
    steps: [...ASK_TO_CANCEL, { do: "click", on: "role=dialog >> text=Cancel payments >> nth=-1" }],
    shows: "text=A payment that is settled",
  },
  {
    name: "list-columns",
    path: "/gallery/list",
    steps: [{ do: "click", on: "role=button[name=Columns]" }],
    shows: "role=dialog >> role=checkbox",
  },
  {
    name: "list-filters",
    path: "/gallery/list",
    steps: [{ do: "click", on: "role=button[name=Filter]" }],
    shows: "role=dialog",
  },
  {
    name: "list-filter-of-dates",
    path: "/gallery/list",
    steps: [
      { do: "click", on: "role=button[name=Filter]" },
      { do: "click", on: "role=dialog >> text=Created" },
    ],
    shows: "role=dialog >> text=Last 30 days",
  },
  {
    name: "list-filter-help",
    path: "/gallery/list",
    steps: [{ do: "click", on: "role=search >> button" }],
    shows: "role=dialog >> code",
  },
  {
    name: "list-filter-suggestions",
    path: "/gallery/list",
    steps: [{ do: "fill", on: "role=search >> input", text: "sta" }],
    shows: "role=option",
  },
  {
    name: "list-filter-refused",
    path: "/gallery/list",
    steps: [
      { do: "fill", on: "role=search >> input", text: "status:lost" },
      { do: "press", on: "role=search >> input", text: "Enter" },
    ],
    shows: "role=search >> role=alert",
  },
  {
    name: "list-page-sizes",
    path: "/gallery/list",
    steps: [{ do: "click", on: "nav >> role=button[name=/per page/]" }],
    shows: "role=menu",
  },
  { name: "shell-tenant", path: "/gallery" },
  { name: "shell-platform-load-error", path: "/gallery/frame" },
  { name: "shell-narrow", path: "/gallery", width: 360 },
  {
    name: "shell-narrow-navigation",
    path: "/gallery",
    width: 360,
    steps: [{ do: "click", on: "role=button[name='Open navigation']" }],
    shows: "role=dialog",
  },
  {
    name: "shell-tenants",
    path: "/gallery",
    steps: [{ do: "click", on: "aside button" }],
    shows: "role=menu",
  },
  {
    name: "shell-person",
    path: "/gallery",
    steps: [{ do: "click", on: "role=button[name=/Ann Lee/]" }],
    shows: "role=menu",
  },
  {
    name: "shell-theme",
    path: "/gallery",
    steps: [{ do: "click", on: "role=button[name=Theme]" }],
    shows: "role=menu",
  },
  {
    name: "command-menu",
    path: "/gallery",
    steps: [{ do: "press", on: "body", text: "Control+k" }],
    shows: "role=dialog >> role=option",
  },
  {
    name: "command-found",
    path: "/gallery",
    steps: [
      { do: "press", on: "body", text: "Control+k" },
      { do: "fill", on: "role=dialog >> input", text: "lisbon" },
    ],
    shows: "role=dialog >> text=BK-48213",
  },
  {
    name: "command-nothing-found",
    path: "/gallery",
    steps: [
      { do: "press", on: "body", text: "Control+k" },
      { do: "fill", on: "role=dialog >> input", text: "zeppelin" },
    ],
    shows: "role=dialog >> role=status >> p",
  },
  {
    name: "command-keys",
    path: "/gallery",
    steps: [{ do: "press", on: "body", text: "?" }],
    shows: "role=dialog",
  },
];
