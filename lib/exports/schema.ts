import { z } from "zod";
import { defineList } from "../list-query";
import { timeZone, uuid } from "../validation";

export const EXPORT_STATES = ["QUEUED", "RUNNING", "COMPLETED", "FAILED", "CANCELED", "EXPIRED"] as const;
export type ExportState = (typeof EXPORT_STATES)[number];
export const EXPORT_FORMATS = ["csv", "jsonl"] as const;
export const AMOUNT_STYLES = ["decimal", "minor_units"] as const;

/** How long a file stays to be downloaded. */
export const EXPORT_LIFETIME_HOURS = 24;

const moment = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const listName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,59}$/, "Must be the name of a list")
  .meta({ examples: ["payment_intents"], description: "Name of the list, as its address in the API has it" });
const query = z
  .string()
  .max(8000)
  .meta({
    examples: ["status=FAILED&created_from=2026-01-01"],
    description:
      "The list's parameters as its address writes them: filters and order. Pages and sizes count for nothing",
  });
const columnIds = z
  .array(z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/, "Must be the id of a column"))
  .min(1, "Choose at least one column")
  .max(60)
  .nullable();
const rowsExpected = z
  .int()
  .nullable()
  .meta({ examples: [1280], description: "Rows that the list held when it was asked for, counted up to a cap" });
const isCapped = z.boolean().meta({ examples: [false], description: "There were more than `expected_row_count`" });

const options = {
  format: z.enum(EXPORT_FORMATS).meta({
    examples: ["csv"],
    description: "`csv`: RFC 4180 with a line of names; `jsonl`: one line for each record, as the API answers it",
  }),
  columns: columnIds.meta({
    examples: [["reference", "amount", "status"]],
    description:
      "Of a CSV file: ids of columns in their order; null: those that the list shows. See `getExportOptions`",
  }),
  time_zone: timeZone.meta({ description: "Of a CSV file: times are of this zone, with their offset" }),
  amounts: z.enum(AMOUNT_STYLES).meta({
    examples: ["decimal"],
    description: "Of a CSV file: `decimal` 12.34, or `minor_units` 1234; the currency has a column of its own",
  }),
  has_byte_order_mark: z.boolean().meta({
    examples: [false],
    description: "Of a CSV file: begins with a byte order mark, by which Excel knows UTF-8",
  }),
  is_compressed: z.boolean().meta({ examples: [false], description: "With gzip" }),
  is_masked: z.boolean().meta({
    examples: [false],
    description: "Customers' e-mail addresses and phone numbers are masked. Without the permission they always are",
  }),
};

/** A file with the rows of a list, and the receipt of it. */
export const listExport = z.object({
  id: uuid,
  list: listName,
  query,
  ...options,
  state: z.enum(EXPORT_STATES).meta({ examples: ["COMPLETED"] }),
  row_count: z.int().meta({ examples: [1280], description: "Rows written so far; of a completed file, all of them" }),
  expected_row_count: rowsExpected,
  expected_is_capped: isCapped,
  size_bytes: z
    .int()
    .nullable()
    .meta({ examples: [182_044] }),
  sha256: z
    .string()
    .nullable()
    .meta({
      examples: ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
      description: "Of the whole file, in hex",
    }),
  error: z
    .string()
    .nullable()
    .meta({ examples: [null], description: "Why it failed" }),
  requested_by: z.object({
    kind: z.enum(["member", "api_key"]).meta({ examples: ["member"] }),
    id: uuid,
    name: z.string().meta({ examples: ["Ann Smith"] }),
  }),
  is_own: z
    .boolean()
    .meta({ examples: [true], description: "Asked for by the token's person or key, who alone can download it" }),
  started_at: moment.nullable(),
  finished_at: moment.nullable(),
  expires_at: moment.nullable().meta({ description: "When the file goes" }),
  download_count: z.int().meta({ examples: [1] }),
  downloaded_at: moment.nullable().meta({ description: "When it was last handed out" }),
  created_at: moment,
});
export type ListExport = z.infer<typeof listExport>;

export const exportId = z.strictObject({ id: uuid });

export const requestExportInput = z.strictObject({
  list: listName,
  query: query.default(""),
  format: options.format.default("csv"),
  columns: options.columns.default(null),
  time_zone: options.time_zone.default("UTC"),
  query_time_zone: timeZone
    .nullable()
    .default(null)
    .meta({ examples: [null], description: "Whose days the query means; null: those of time_zone" }),
  amounts: options.amounts.default("decimal"),
  has_byte_order_mark: options.has_byte_order_mark.default(false),
  is_compressed: options.is_compressed.default(false),
  is_masked: options.is_masked.default(false),
});
export type RequestExportInput = z.output<typeof requestExportInput>;

export const exportOptionsInput = z.strictObject({
  list: listName,
  query: query.default("").meta({
    examples: ["status=FAILED&created_from=2026-01-01"],
    description: "The list's parameters as its address writes them",
  }),
  time_zone: timeZone.default("UTC").meta({ description: "Whose days the filters mean" }),
});
export type ExportOptionsInput = z.output<typeof exportOptionsInput>;

/** What an export of a list would hold, and what can be chosen. */
export const exportOptions = z.object({
  label: z.string().meta({ examples: ["Payment intents"] }),
  columns: z.array(
    z.object({
      id: z.string().meta({ examples: ["amount"] }),
      label: z.string().meta({ examples: ["Amount"] }),
      is_shown: z.boolean().meta({ examples: [true], description: "The list shows it without being asked to" }),
    }),
  ),
  expected_row_count: z.int().meta({ examples: [1280], description: "Rows that the list holds now" }),
  expected_is_capped: isCapped,
  is_masked: z.boolean().meta({
    examples: [false],
    description: "What it holds of customers is masked, for want of the permission customers:read_personal_data",
  }),
});
export type ExportOptions = z.infer<typeof exportOptions>;

export const exportList = defineList({
  name: "exports",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    state: { kind: "enum", column: "state", values: EXPORT_STATES },
    list: {
      kind: "text",
      match: "exact",
      column: "list",
      maxLength: 60,
      example: "payment_intents",
      description: "Name of the list",
    },
    requested_by: { kind: "uuid", column: "requested_by", description: "Id of the person who asked for it" },
    created: { kind: "dateRange", column: "created_at" },
  },
  sizes: [25, 50, 100],
  defaultSize: 25,
});
