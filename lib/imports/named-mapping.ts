import { z } from "zod";
import { defineList } from "../list-query";
import { text, uuid } from "../validation";
import { IMPORT_RESOURCES, importMapping } from "./schema";

const MAPPING_EXAMPLE = {
  source: "bookings",
  resource: "payment_intents",
  account: { name: { column: "hotel" } },
  fields: { billing_amount: { formula: "nights * rate" }, billing_currency: { constant: "EUR" } },
};
const HEADER_EXAMPLE = ["hotel", "nights", "rate"];
const moment = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

/** A mapping that got a name. */
export const namedMapping = z.object({
  id: uuid,
  resource: z.enum(IMPORT_RESOURCES).meta({ examples: ["payment_intents"], description: "What lines become by it" }),
  name: z.string().meta({ examples: ["PMS export"] }),
  header: z
    .array(z.string())
    .nullable()
    .meta({ examples: [HEADER_EXAMPLE], description: "Columns of the file that it was made for" }),
  mapping: z
    .record(z.string(), z.unknown())
    .meta({ examples: [MAPPING_EXAMPLE], description: "How lines become records" }),
  created_by: z
    .object({ id: uuid.nullable(), name: z.string() })
    .nullable()
    .meta({ examples: [{ id: null, name: "Back office" }], description: "Person or key; only a person has an id" }),
  created_at: moment,
  updated_at: moment,
});
export type NamedMapping = z.infer<typeof namedMapping>;

const name = text(80).meta({ examples: ["PMS export"], description: "No two of one resource have the same" });
const mapping = importMapping.meta({ override: { type: "object" }, examples: [MAPPING_EXAMPLE] });
const header = z
  .array(z.string().max(200))
  .max(1000)
  .meta({ examples: [HEADER_EXAMPLE], description: "Columns of its file: files with just these are offered it first" });

export const createNamedMappingInput = z.strictObject({ name, mapping, header: header.optional() });
export type CreateNamedMappingInput = z.output<typeof createNamedMappingInput>;

export const updateNamedMappingInput = z.strictObject({
  id: uuid,
  name: name.optional(),
  mapping: mapping.optional(),
  header: header.optional(),
});
export type UpdateNamedMappingInput = z.output<typeof updateNamedMappingInput>;

export const namedMappingList = defineList({
  name: "import_mappings",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    resource: { kind: "enum", column: "resource", values: IMPORT_RESOURCES },
    created: { kind: "dateRange", column: "created_at" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
