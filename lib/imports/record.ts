import { z } from "zod";
import { IMPORT_FILE_DAYS } from "../import-files";
import { defineList } from "../list-query";
import type { UploadedFile } from "../stored-bytes";
import { blankToNull, timeZone, uuid } from "../validation";
import { IMPORT_RESOURCES, importMapping } from "./schema";

export const IMPORT_STATUSES = [
  "UPLOADED",
  "CHECKING",
  "CHECKED",
  "RUNNING",
  "CANCELING",
  "CANCELED",
  "COMPLETED",
  "FAILED",
  "UNDOING",
  "UNDONE",
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** Statuses in which a job is at work. */
export const BUSY_STATUSES: readonly ImportStatus[] = ["CHECKING", "RUNNING", "CANCELING", "UNDOING"];
/** Statuses in which the mapping can be changed, and the file checked or imported. */
export const OPEN_STATUSES: readonly ImportStatus[] = ["UPLOADED", "CHECKED", "FAILED", "CANCELED"];
/** Statuses from which what an import has brought can be taken back. */
export const UNDOABLE_STATUSES: readonly ImportStatus[] = ["COMPLETED", "FAILED", "CANCELED", "UNDONE"];

const moment = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const count = (description: string, example = 0) => z.int().meta({ examples: [example], description });

/** An import as lists show it. */
export const importRecord = z.object({
  id: uuid,
  resource: z.enum(IMPORT_RESOURCES).meta({ examples: ["payment_intents"], description: "What its lines become" }),
  status: z.enum(IMPORT_STATUSES).meta({ examples: ["COMPLETED"] }),
  file_name: z.string().meta({ examples: ["bookings.csv.gz"] }),
  size_bytes: z
    .int()
    .nullable()
    .meta({ examples: [48_213], description: "Null for the command line" }),
  source: z.string().meta({ examples: ["bookings"], description: "A line of one source is imported once" }),
  total_count: z
    .int()
    .nullable()
    .meta({ examples: [14_938], description: "Lines of the file; null until they were counted" }),
  line_count: count("Lines that the check or the import has been through", 14_938),
  imported_count: count("Lines that were imported; after a check: that would be", 14_900),
  skipped_count: count("Lines that were there already", 30),
  refused_count: count("Lines that were refused", 8),
  undone_count: count("Payments and accounts that were taken back"),
  kept_count: count("Payments and accounts that could not be taken back"),
  problem: z
    .string()
    .nullable()
    .meta({ examples: [null], description: "Why the file as a whole could not be checked or imported" }),
  requested_by: z
    .object({ id: uuid.nullable(), name: z.string() })
    .nullable()
    .meta({
      examples: [{ id: null, name: "Back office" }],
      description: "Person, key or command; only a person has an id",
    }),
  may_see_lines: z.boolean().meta({
    examples: [true],
    description: "Whoever asks has uploaded it or sees personal data, so the file's cells are shown; others see counts",
  }),
  has_refusals: z
    .boolean()
    .meta({ examples: [false], description: "The refused lines of the last check or import can be downloaded" }),
  is_file_kept: z
    .boolean()
    .meta({ examples: [true], description: `The file is kept for ${IMPORT_FILE_DAYS} days after the last step` }),
  created_at: moment,
  updated_at: moment,
  finished_at: moment.nullable(),
});
export type ImportRecord = z.infer<typeof importRecord>;

const MAPPING_EXAMPLE = {
  source: "bookings",
  resource: "payment_intents",
  account: { name: { column: "hotel" } },
  fields: { billing_amount: { formula: "nights * rate" }, billing_currency: { constant: "EUR" } },
};

/** An import with its mapping. */
export const importDetail = importRecord.extend({
  header: z
    .array(z.string())
    .nullable()
    .meta({ examples: [["hotel", "nights", "rate"]], description: "Names of the file's columns" }),
  mapping: z
    .record(z.string(), z.unknown())
    .nullable()
    .meta({
      examples: [MAPPING_EXAMPLE],
      description: "Guessed, taken over from the last file of this shape, or given",
    }),
});
export type ImportDetail = z.infer<typeof importDetail>;

/** What an upload answers. */
export const uploadedImport = importDetail.extend({
  mapping_from: z
    .object({ id: uuid, file_name: z.string() })
    .nullable()
    .meta({
      examples: [null],
      description: "The earlier import of a file with the same columns whose mapping this is",
    }),
  named_mapping: z
    .object({ id: uuid, name: z.string() })
    .nullable()
    .meta({
      examples: [null],
      description: "The named mapping for these columns, which comes first; where this is null too, it was guessed",
    }),
});
export type UploadedImport = z.infer<typeof uploadedImport>;

const uploadedFile = z
  .custom<UploadedFile>((value) => typeof value === "object" && value !== null, { error: "Must be a file" })
  .meta({
    override: { type: "string", format: "binary", maxLength: 1_073_741_824 },
    description: "CSV in UTF-8, plain or gzip; its first line names the columns",
    examples: ["(the bytes)"],
  });

export const uploadImportInput = z.strictObject({
  file: uploadedFile,
  resource: z.enum(IMPORT_RESOURCES).default("payment_intents").meta({ description: "What its lines become" }),
  time_zone: blankToNull(timeZone)
    .default(null)
    .meta({ examples: ["Europe/Lisbon"], description: "In which dates without one are meant; without it: UTC" }),
});
export type UploadImportInput = z.output<typeof uploadImportInput>;

const mapping = importMapping.meta({ override: { type: "object" }, examples: [MAPPING_EXAMPLE] });

export const importId = z.strictObject({ id: uuid });

/** With a mapping it is kept with the import; without one the kept one counts. */
export const mappedImportInput = z.strictObject({ id: uuid, mapping: mapping.optional() });
export type MappedImportInput = z.output<typeof mappedImportInput>;

/** What the first lines of a file would become. */
export const importPreview = z.object({
  lines: z
    .array(
      z.object({
        line: z.int().meta({ examples: [2], description: "Number in the file" }),
        values: z
          .array(z.string())
          .meta({ examples: [["Lisboa", "3", "120.50"]], description: "As they are in the file" }),
        account: z
          .string()
          .nullable()
          .meta({ examples: ["Lisboa"], description: "The account of a payment, or the one above an account" }),
        is_new_account: z.boolean().meta({ examples: [true] }),
        record: z
          .record(z.string(), z.unknown())
          .nullable()
          .meta({
            examples: [{ billing_amount: 36_150, billing_currency: "EUR" }],
            description: "As it would be stored",
          }),
        refusals: z
          .array(z.object({ column: z.string(), reason: z.string() }))
          .meta({ examples: [[]], description: "Why the line would be refused" }),
      }),
    )
    .meta({ description: "The first ten lines" }),
  problem: z
    .string()
    .nullable()
    .meta({ examples: [null], description: "Why the mapping does not fit the file" }),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** What an undo could not take back. */
export const keptRecord = z.object({
  id: uuid,
  resource: z.enum(IMPORT_RESOURCES).meta({ examples: ["payment_intents"] }),
  label: z.string().meta({ examples: ["BOOKING-1042"], description: "Reference or name" }),
  reason: z
    .enum(["refunded", "documents", "moved", "changed", "payments", "accounts_below"])
    .meta({ examples: ["refunded"], description: "What has happened to it since" }),
});
export type KeptRecord = z.infer<typeof keptRecord>;

export const keptRecords = z.object({
  items: z.array(keptRecord).meta({ description: "The first hundred" }),
});

export const importList = defineList({
  name: "imports",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    status: { kind: "enum", column: "status", values: IMPORT_STATUSES },
    resource: { kind: "enum", column: "resource", values: IMPORT_RESOURCES },
    requested_by: { kind: "uuid", column: "requested_by", description: "Id of the person who uploaded the file" },
    created: { kind: "dateRange", column: "created_at" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
