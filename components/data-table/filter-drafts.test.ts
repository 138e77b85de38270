import { describe, expect, it } from "vitest";
import { englishTexts } from "@/lib/testing/texts";
import { draftOf, readDraft } from "./filter-drafts";
import { changedUrl, type FilterField } from "./filter-fields";

const amount: FilterField = { kind: "amountRange", name: "amount", label: "Amount", currency: "EUR" };
const created: FilterField = { kind: "dateRange", name: "created", label: "Created", timeZone: "UTC" };
const metadata: FilterField = { kind: "keyValue", name: "metadata", label: "Metadata" };
const email: FilterField = { kind: "text", name: "customer_email", label: "E-mail", match: "contains" };

const words = { t: englishTexts("client.table"), sentence: (english: string) => english };

describe("filter drafts", () => {
  it("write back to the URL they were read from", () => {
    const cases: [FilterField, string, string?][] = [
      [amount, "amount_min=1000&amount_max=250050"],
      [created, "created_from=2026-01-01&created_to=2026-01-31"],
      [email, "customer_email=ann*"],
      [email, "customer_email=ann@example.com"],
      [metadata, "metadata%5Btags%5D%5B%5D=vip", "metadata[tags][]"],
      [metadata, "metadata%5Bref%5D=*", "metadata[ref]"],
    ];
    for (const [field, query, parameter] of cases) {
      const current = new URLSearchParams(query);
      const read = readDraft(words, field, draftOf(field, current, parameter), parameter);
      expect(read.ok && changedUrl("/x", new URLSearchParams(), read.changes)).toBe(`/x?${query}`);
    }
  });

  it("read amounts as decimals of the currency and refuse what is none, beside the input", () => {
    expect(readDraft(words, amount, { from: "10", to: "25.5" })).toEqual({
      ok: true,
      changes: { amount_min: "1000", amount_max: "2550" },
    });
    expect(readDraft(words, amount, { from: "ten" })).toMatchObject({
      ok: false,
      errors: { from: expect.any(String) },
    });
    expect(readDraft(words, amount, { from: "5", to: "4" })).toMatchObject({
      ok: false,
      errors: { to: expect.any(String) },
    });
  });

  it("refuse a range of days that ends before it begins, and a key that is none", () => {
    expect(readDraft(words, created, { from: "2026-02-01", to: "2026-01-01" }).ok).toBe(false);
    for (const key of ["", "a[b", "a[0]"]) expect(readDraft(words, metadata, { key, value: "x" }).ok).toBe(false);
  });

  it("take a filter away when its inputs are empty", () => {
    expect(readDraft(words, email, { value: " ", mode: "prefix" })).toEqual({
      ok: true,
      changes: { customer_email: null },
    });
    expect(readDraft(words, amount, {})).toEqual({ ok: true, changes: { amount_min: null, amount_max: null } });
  });

  it("move a metadata condition when its key is renamed", () => {
    expect(readDraft(words, metadata, { key: "b", value: "1" }, "metadata[a]")).toEqual({
      ok: true,
      changes: { "metadata[a]": null, "metadata[b]": "1" },
    });
  });
});
