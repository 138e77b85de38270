import { z } from "zod";
import { COLUMN_WIDTHS_PX, DENSITIES } from "./names";

const columnId = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/, "Must be the id of a column");

const MAX_COLUMNS = 60;

const fields = {
  list: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,59}$/, "Must be the name of a list")
    .meta({ examples: ["payment_intents"], description: "Name of the list" }),
  columns: z
    .array(columnId)
    .min(1)
    .max(MAX_COLUMNS)
    .nullable()
    .meta({
      examples: [["reference", "amount", "status"]],
      description: "The columns that show, in their order; null: as the list comes",
    }),
  widths: z
    .record(columnId, z.int().min(COLUMN_WIDTHS_PX.min).max(COLUMN_WIDTHS_PX.max))
    .refine((widths) => Object.keys(widths).length <= MAX_COLUMNS, `At most ${MAX_COLUMNS} columns`)
    .meta({ examples: [{ reference: 240 }], description: "Pixels of the columns that were resized" }),
  density: z.enum(DENSITIES).meta({ examples: ["comfortable"], description: "How much room each row takes" }),
};

/** How a person has set up the table of one list. */
export const listPreference = z.object(fields);
export type ListPreference = z.infer<typeof listPreference>;

/** The whole of it: what is left out is as the list comes. */
export const saveListPreferenceInput = z.strictObject({
  ...fields,
  columns: fields.columns.default(null),
  widths: fields.widths.default({}),
  density: fields.density.default("comfortable"),
});
export type SaveListPreferenceInput = z.output<typeof saveListPreferenceInput>;
