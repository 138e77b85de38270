import { z } from "zod";
import { foundMoney, searchWords } from "../search-fields";
import { uuid } from "../validation";

/** As many of each kind are found; who wants all of them uses the list. */
export const MOST_OF_A_KIND = 5;

export const SEARCH_KINDS = [
  "payment_intent",
  "refund",
  "account",
  "document",
  "member",
  "role",
  "api_key",
  "webhook_endpoint",
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A record that a search found, short, and in the same form for all kinds. */
export const foundRecord = z.object({
  kind: z.enum(SEARCH_KINDS).meta({ examples: ["payment_intent"] }),
  id: uuid,
  title: z.string().meta({ examples: ["BOOKING-4711"], description: "What people know the record by" }),
  detail: z
    .string()
    .nullable()
    .meta({ examples: ["ann@example.com"], description: "What tells it from others of its name" }),
  status: z
    .string()
    .nullable()
    .meta({ examples: ["PROCESSED"] }),
  ...foundMoney,
});
export type FoundRecord = z.infer<typeof foundRecord>;

export const searchReply = z.object({ items: z.array(foundRecord) });

export const searchInput = z.strictObject({
  q: searchWords.meta({
    examples: ["BOOKING-4711"],
    description:
      "An id, also a provider's; part of a payment's reference or customer's e-mail address, or of the name of an account, " +
      "member, role, access key or webhook endpoint; the beginning of a document's title; the last four characters of a key",
  }),
});
export type SearchInput = z.output<typeof searchInput>;
