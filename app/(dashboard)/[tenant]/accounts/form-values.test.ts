import { expect, test } from "vitest";
import { createAccountInput } from "@/lib/accounts/schema";
import { changesOf, valuesOf } from "./form-values";

const START = { ...valuesOf(undefined, null), name: "Porto", currency: "EUR", metadata: { rooms: 12 } };

test("a form that nobody touched sends nothing", () => {
  expect(changesOf(START, createAccountInput.parse(START))).toEqual({});
});

test("a form sends the fields that were changed, and null for one that was emptied", () => {
  const before = { ...START, display_name: "By the river" };
  const after = createAccountInput.parse({ ...before, display_name: " ", country: "PT", metadata: { rooms: 13 } });
  expect(changesOf(before, after)).toEqual({ display_name: null, country: "PT", metadata: { rooms: 13 } });
});
