import { expect, it } from "vitest";
import { isUuid, textProblem } from "./text";

it("textProblem finds what PostgreSQL or a page could not hold", () => {
  for (const text of ["", "a", "Zoë 😀", "a\u00a0b", "\u202fx"]) expect(textProblem(text)).toBeNull();
  for (const text of ["\0", "a\u001b[0m", "\u007f", "\u0085", "a\nb", "\t", "\u2028"]) {
    expect(textProblem(text)).toBe("Must not contain control characters");
  }
  for (const text of ["\ud800", "a\udc00b", "\udc00\ud800"]) {
    expect(textProblem(text)).toBe("Must be valid Unicode text");
  }
});

it("textProblem lets tabs and line breaks through where several lines are wanted, and nothing else", () => {
  expect(textProblem("a\r\n\tb", { multiline: true })).toBeNull();
  for (const text of ["\0", "\v", "\u001b"]) expect(textProblem(text, { multiline: true })).not.toBeNull();
});

it("isUuid takes the usual text form only", () => {
  expect(isUuid("0190A000-0000-7000-8000-00000000000a")).toBe(true);
  for (const text of [
    "",
    "0190a000000070008000000000000000",
    "{0190a000-0000-7000-8000-00000000000a}",
    "x".repeat(36),
  ]) {
    expect(isUuid(text)).toBe(false);
  }
  expect(isUuid("0190a000-0000-7000-8000-00000000000a\n")).toBe(false);
});
