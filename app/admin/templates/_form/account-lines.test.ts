import { expect, test } from "vitest";
import type { TemplateAccount } from "@/lib/templates/definition";
import { accountDepth, withoutAccount, withRenamedAccount } from "./account-lines";

const line = (name: string, parent: string | null): TemplateAccount => ({
  ...{ name, parent, display_name: null, currency: "EUR", country: null },
});
const lines = [line("A", null), line("B", "A"), line("C", "B"), line("D", null)];
const shape = (accounts: readonly TemplateAccount[]) => accounts.map(({ name, parent }) => [name, parent]);

test("a line is set in by the lines above it", () => {
  expect(lines.map((_, index) => accountDepth(lines, index))).toEqual([0, 1, 2, 0]);
  expect(accountDepth([line("A", "gone")], 0)).toBe(0);
});

test("what is below an account goes along when that is renamed, and moves up when it is removed", () => {
  expect(shape(withRenamedAccount(lines, 1, "X"))).toEqual([
    ["A", null],
    ["X", "A"],
    ["C", "X"],
    ["D", null],
  ]);
  expect(shape(withoutAccount(lines, 1))).toEqual([
    ["A", null],
    ["C", "A"],
    ["D", null],
  ]);
});
