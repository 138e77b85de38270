import { z } from "zod";
import { defineList } from "../list-query";
import type { UploadedFile } from "../stored-bytes";
import { blankToNull, metadata, text, uuid } from "../validation";
import { ACCEPTED_FILES, CONTENT_TYPES, type ContentType } from "./names";

const CONTENT_TYPE_NAMES = Object.keys(CONTENT_TYPES) as [ContentType, ...ContentType[]];

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

/** A document as pages and the API show it: what is known of one stored file. */
export const document = z.object({
  id: uuid,
  title: z.string().meta({ examples: ["Contract 2026"] }),
  file_name: z.string().meta({ examples: ["contract-2026.pdf"] }),
  content_type: z.enum(CONTENT_TYPE_NAMES).meta({ description: "Told from the bytes", examples: ["application/pdf"] }),
  size_bytes: z.int().meta({ examples: [48_213] }),
  content_hash: z.string().meta({
    description: "SHA-256 of the bytes in hex",
    examples: ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
  }),
  account: z
    .object({ id: uuid, name: z.string() })
    .nullable()
    .meta({ examples: [{ id: "0190a000-0000-7000-8000-00000000000a", name: "Hotel Lisboa" }] }),
  payment_intent: z
    .object({ id: uuid, reference: z.string().nullable() })
    .nullable()
    .meta({ examples: [{ id: "0190a000-0000-7000-8000-00000000000b", reference: "BOOKING-1042" }] }),
  uploaded_by: z
    .object({ id: uuid.nullable(), name: z.string() })
    .nullable()
    .meta({
      description: "Person, key or job; only a person has an id",
      examples: [{ id: null, name: "Back office" }],
    }),
  series_id: uuid.meta({ description: "Id of the first version, which all versions have in common" }),
  version: z
    .int()
    .min(1)
    .meta({ examples: [2] }),
  is_latest: z.boolean().meta({ description: "No later version lives", examples: [true] }),
  metadata,
  created_at: time,
  updated_at: time,
  deleted_at: time.nullable().meta({ examples: [null] }),
});
export type Document = z.infer<typeof document>;

/** What an upload answers. */
export const uploadedDocument = document.extend({
  is_duplicate: z.boolean().meta({
    description: "The same bytes were there already, in the same place: this is that document, and nothing was stored",
    examples: [false],
  }),
});
export type UploadedDocument = z.infer<typeof uploadedDocument>;

// Only the reader of multipart bodies makes an object of a field; what anybody sends as a field is text.
const uploadedFile = z
  .custom<UploadedFile>((value) => typeof value === "object" && value !== null, { error: "Must be a file" })
  .meta({
    override: { type: "string", format: "binary", maxLength: 1_073_741_824 },
    description: ACCEPTED_FILES,
    examples: ["(the bytes)"],
  });

const fields = {
  title: text(200).meta({ examples: ["Contract 2026"] }),
  account_id: blankToNull(uuid).meta({ description: "Account that the document belongs to" }),
  payment_intent_id: blankToNull(uuid).meta({
    description: "Payment intent that the document belongs to; its account follows",
  }),
};

/** What makes a document: a file; without a title its name is the title. `metadata` is sent as JSON text. */
export const createDocumentInput = z.strictObject({
  file: uploadedFile,
  title: blankToNull(text(200))
    .default(null)
    .meta({ examples: ["Contract 2026"] }),
  account_id: fields.account_id.default(null),
  payment_intent_id: fields.payment_intent_id.default(null),
  metadata: z.preprocess(parseJson, metadata).default({}),
});
export type CreateDocumentInput = z.output<typeof createDocumentInput>;

/** Only the fields that are present change; `null` takes the document off its place. */
export const updateDocumentInput = z.strictObject({
  id: uuid,
  ...z.object({ ...fields, metadata }).partial().shape,
});
export type UpdateDocumentInput = z.output<typeof updateDocumentInput>;

export const documentId = z.strictObject({ id: uuid });

export const documentList = defineList({
  name: "documents",
  sorts: {
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
    title: { column: "title_key", type: "text", nullable: false },
    size: { column: "size_bytes", type: "number", nullable: false, first: "desc" },
  },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    account: { kind: "account", column: "account_id", description: "An account and all below it" },
    payment_intent: { kind: "uuid", column: "payment_intent_id", description: "Attached to this payment intent" },
    content_type: { kind: "enum", column: "content_type", values: CONTENT_TYPE_NAMES },
    title: {
      kind: "text",
      match: "prefix",
      lowerCase: true,
      column: "title_key",
      description: "Whole title, or its beginning with a star at the end",
      example: "contract*",
    },
    uploaded_by: { kind: "uuid", column: "uploaded_by", description: "Id of the person who uploaded it" },
    created: { kind: "dateRange", column: "created_at" },
    series: { kind: "uuid", column: "series_id", description: "All versions of this document, by its series_id" },
    versions: {
      kind: "enum",
      column: "version",
      values: ["latest", "all"],
      neverNegated: true,
      description: "latest (as without it): only documents that no later version replaces; all: earlier versions too",
    },
    deleted: {
      kind: "boolean",
      column: "deleted_at",
      description: "true: only deleted documents; otherwise only living ones",
    },
    metadata: { kind: "metadata", column: "metadata" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});

function parseJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (value.trim() === "") return {};
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
