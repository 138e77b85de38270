import { z } from "zod";

/** Reply schema of a list (R4): what `toApiPage` gives, with `item` deciding which fields leave. */
export function listReply<T extends z.ZodType>(item: T) {
  const count = z.int().min(0).max(2_147_483_647);
  const cursor = z.string().meta({ maxLength: 4096, pattern: "^[A-Za-z0-9_-]+$" }).nullable();
  return z.object({
    items: z.array(item).meta({ maxItems: 100 }),
    total: count.meta({ description: "Matching records, counted up to a cap.", examples: [1_280] }),
    total_is_capped: z.boolean().meta({ description: "There are more than `total`.", examples: [false] }),
    page: count.nullable().meta({ description: "Page number; null where a cursor led here.", examples: [1] }),
    size: count.meta({ examples: [25] }),
    pages: count.meta({ description: "Pages of `total` records.", examples: [52] }),
    next_cursor: cursor.meta({ description: "Null on the last page.", examples: ["WzEsInBheW1lbnRfaW50ZW50cyJd"] }),
    previous_cursor: cursor.meta({ description: "Null on the first page.", examples: [null] }),
  });
}
