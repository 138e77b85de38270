import { describe, expect, it } from "vitest";
import { englishTexts } from "@/lib/testing/texts";
import type { FilterField } from "./filter-fields";
import { boxExample, boxGrammar, filteredUrl, printAddress } from "./filter-grammar";
import { namesPending, readBox, suggestionsAt, withSuggestion } from "./filter-suggestions";
import type { LinkedFilter } from "./table-links";

const ID = "0190a000-0000-7000-8000-00000000000a";
const linked: LinkedFilter[] = [
  { name: "account", kind: "account" },
  { name: "status", kind: "enum" },
  { name: "amount", kind: "amountRange" },
  { name: "created", kind: "dateRange" },
  { name: "customer_email", kind: "text", match: "contains" },
  { name: "reference", kind: "text", match: "contains" },
  { name: "metadata", kind: "metadata" },
];
const fields: FilterField[] = [
  { kind: "enum", name: "status", label: "Status", options: [{ value: "FAILED", label: "Failed" }] },
  { kind: "option", name: "account", label: "Account", options: [{ value: ID, label: "Hotel, Lisbon" }] },
  { kind: "amountRange", name: "amount", label: "Amount", currency: "EUR" },
  { kind: "dateRange", name: "created", label: "Created", timeZone: "UTC" },
  { kind: "text", name: "reference", label: "Reference", match: "contains" },
  { kind: "keyValue", name: "metadata", label: "Metadata" },
];
const grammar = boxGrammar(linked, fields);
const words = { t: englishTexts("client.table"), sentence: (english: string) => english };
const texts = (text: string, caret = text.length) => suggestionsAt(words, text, caret, grammar).map((one) => one.text);

describe("the box", () => {
  it("gives an example of what its list has", () => {
    expect(boxExample(grammar)).toBe("status:failed created:last-30d");
    const roles: FilterField = {
      kind: "enum",
      name: "kind",
      label: "Kind",
      options: [{ value: "BUILT_IN", label: "B" }],
    };
    expect(boxExample(boxGrammar([{ name: "kind", kind: "enum" }], [roles]))).toBe("kind:built_in");
    expect(boxExample(boxGrammar([{ name: "status", kind: "enum" }], []))).toBe("");
    const exampleOf = (...values: string[]) => {
      const options = values.map((value) => ({ value, label: value }));
      return boxExample(
        boxGrammar([{ name: "one", kind: "enum" }], [{ kind: "enum", name: "one", label: "One", options }]),
      );
    };
    expect(exampleOf("AED", "EUR")).toBe("one:eur");
    expect(exampleOf("application/pdf")).toBe("");
  });

  it("suggests names, then values, where the caret is", () => {
    expect(texts("")).toEqual([
      "account:",
      "status:",
      "amount>",
      "created:",
      "reference:",
      "metadata.",
      "has:metadata.",
    ]);
    expect(texts("sta")).toEqual(["status:", "reference:*sta*"]);
    expect(texts("-a")).not.toContain("-amount>");
    expect(texts("status:")).toEqual(["failed"]);
    expect(texts("account:lis")).toEqual(['"Hotel, Lisbon"']);
    expect(texts("created:last-3")).toEqual(["last-30d"]);
    expect(texts("st amount>5", 2)).toEqual(["status:"]);
  });

  it("writes a suggestion in the place of what was typed", () => {
    const [suggestion] = suggestionsAt(words, "account:lis amount>5", 11, grammar);
    expect(suggestion && withSuggestion("account:lis amount>5", suggestion)).toEqual([
      'account:"Hotel, Lisbon" amount>5',
      24,
    ]);
  });

  it("cannot read what is written of a filter until all of it is loaded", () => {
    const load = async () => ({ options: [] });
    const loading = fields.map((field) => (field.kind === "option" ? { ...field, options: [], load } : field));
    const waiting = boxGrammar(linked, loading);
    for (const text of ["account:lis", "status:failed -account:lisbon", "Account:"])
      expect([text, namesPending(text, waiting)]).toEqual([text, true]);
    for (const text of ["", "account", "status:failed lisbon", '"account:x"'])
      expect([text, namesPending(text, waiting)]).toEqual([text, false]);
    expect(namesPending("account:lis", grammar)).toBe(false);
  });

  it("knows no filter that the page does not offer", () => {
    expect(readBox("email:ann*", grammar).problems).toHaveLength(1);
  });

  it("leads to the parameters, and prints them again", () => {
    const current = new URLSearchParams("columns=a&status=PAID&page=3&sort=-amount");
    const { parameters, problems } = readBox("status:failed -account:lisbon metadata.a:1 metadata.a:2", grammar);
    expect(problems).toEqual([]);
    const url = filteredUrl("/list", current, grammar, parameters);
    expect(url).toBe(
      `/list?columns=a&sort=-amount&status=FAILED&account_not=${ID}&metadata%5Ba%5D=1&metadata%5Ba%5D=2`,
    );
    expect(printAddress(new URL(url, "http://host").searchParams, grammar)).toBe(
      '-account:"Hotel, Lisbon" status:failed metadata.a:1 metadata.a:2',
    );
  });
});
