import { describe, expect, it } from "vitest";
import { englishTexts } from "@/lib/testing/texts";
import { withColumns } from "./column-choice";
import { countLine } from "./pager";

describe("countLine", () => {
  const t = englishTexts("client.table.pager");
  const page = { total: 10_000, totalIsCapped: true, page: 2, size: 50, shown: 50 };

  it("says which rows are shown and how many there are", () => {
    expect(countLine(t, page)).toBe("51–100 of 10,000+");
    expect(countLine(t, { ...page, total: 73, totalIsCapped: false, shown: 23 })).toBe("51–73 of 73");
  });

  it("claims no position that is not known", () => {
    expect(countLine(t, { ...page, page: null })).toBe("50 of 10,000+");
    expect(countLine(t, { ...page, total: 0, totalIsCapped: false, page: 1, shown: 0 })).toBe("0 of 0");
  });
});

describe("withColumns", () => {
  it("replaces, adds and takes away the choice, and keeps the rest of the link", () => {
    expect(withColumns("/x?sort=name&columns=a", ["b", "c"])).toBe("/x?sort=name&columns=b,c");
    expect(withColumns("/x", ["a"])).toBe("/x?columns=a");
    expect(withColumns("/x?columns=a", null)).toBe("/x");
  });
});
