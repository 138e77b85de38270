import { describe, expect, it } from "vitest";
import { englishTexts } from "@/lib/testing/texts";
import { changedUrl, chipsOf, type FilterField, metadataKey, metadataParameter, removalOf } from "./filter-fields";

const fields: FilterField[] = [
  {
    kind: "enum",
    name: "status",
    label: "Status",
    options: [
      { value: "PROCESSED", label: "Processed" },
      { value: "FAILED", label: "Failed" },
    ],
  },
  { kind: "amountRange", name: "amount", label: "Amount", currency: "EUR" },
  { kind: "dateRange", name: "created", label: "Created", timeZone: "Europe/Berlin" },
  { kind: "text", name: "customer_email", label: "E-mail", match: "contains" },
  { kind: "keyValue", name: "metadata", label: "Metadata" },
];

const words = { t: englishTexts("client.table"), sentence: (english: string) => english };
const texts = (query: string) => chipsOf(words, fields, new URLSearchParams(query)).map((chip) => chip.text);

describe("filter chips", () => {
  it("say what each filter in the URL means", () => {
    expect(texts("status=PROCESSED,FAILED&amount_min=1000&amount_max=250050")).toEqual([
      "Processed, Failed",
      "€10.00 – €2,500.50",
    ]);
    expect(texts("created_from=2026-01-01")).toEqual(["from 1 Jan 2026"]);
    expect(texts("created_to=2026-01-31T22:30:00Z")).toEqual(["up to 31 Jan 2026, 23:30"]);
    expect(texts("customer_email=ann*")).toEqual(["begins with ann"]);
    expect(texts("customer_email=*ann*")).toEqual(["contains ann"]);
    expect(texts("metadata[hotel]=City&metadata[tags][]=vip&metadata[ref]=*")).toEqual([
      "hotel = City",
      "tags[] = vip",
      "ref is set",
    ]);
  });

  it("say what is left out, and which days move", () => {
    expect(texts("status_not=FAILED&created=last-30d&customer_email_not=ann*&customer_email_not=bob")).toEqual([
      "not Failed",
      "Last 30 days",
      "not begins with ann, bob",
    ]);
    expect(texts("metadata_not[hotel]=City&metadata_not[ref]=*")).toEqual(["not hotel = City", "not ref is set"]);
  });

  it("show wrong values as they are instead of failing", () => {
    expect(texts("status=NOPE&amount_min=ten&created_from=soon")).toEqual(["NOPE", "from ten", "from soon"]);
  });

  it("ignore empty values and parameters of others", () => {
    expect(texts("status=&sort=-created&columns=a")).toEqual([]);
  });

  it("undo both ends of a range, and one metadata key alone", () => {
    const chips = chipsOf(words, fields, new URLSearchParams("amount_min=1&amount_max=2&metadata[a]=1&metadata[b]=2"));
    expect(chips.map((chip) => chip.removal)).toEqual([
      { amount_min: null, amount_max: null },
      { "metadata[a]": null },
      { "metadata[b]": null },
    ]);
  });
});

describe("changedUrl", () => {
  it("keeps sort, size and columns and starts again at the first page", () => {
    const current = new URLSearchParams("sort=-created&columns=a,b&cursor=xyz&page=3&status=FAILED");
    expect(changedUrl("/x", current, { status: "PROCESSED,FAILED" })).toBe(
      "/x?sort=-created&columns=a,b&status=PROCESSED,FAILED",
    );
  });

  it("takes all filters away and leaves the rest", () => {
    const current = new URLSearchParams("status=FAILED&metadata[a]=1&size=100");
    expect(changedUrl("/x", current, removalOf(fields, current))).toBe("/x?size=100");
    expect(changedUrl("/x", new URLSearchParams("cursor=1"), {})).toBe("/x");
  });
});

describe("metadata keys", () => {
  it("come back as they were written", () => {
    for (const key of ["hotel", "booking.nights", "tags[]"]) {
      expect(metadataKey(metadataParameter("metadata", key))).toBe(key);
    }
  });
});
