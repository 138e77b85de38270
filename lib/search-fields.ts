import { z } from "zod";
import { text } from "./validation";

/** What is searched for: the least that does not find everything. */
export const searchWords = text(200).refine((q) => [...q].length >= 3, "Must have at least 3 characters");

/** What a record that was found is about, where it is about money. */
export const foundMoney = {
  amount: z
    .int()
    .nullable()
    .meta({ examples: [12_345], description: "In minor units of `currency`" }),
  currency: z
    .string()
    .nullable()
    .meta({ examples: ["EUR"] }),
};
