import { expect, test } from "vitest";
import { createTenantInput } from "@/lib/tenants/schema";
import { slugOf } from "./slug";

test("a slug is made of a name's letters and digits", () => {
  expect(slugOf("Boreal Lodges")).toBe("boreal-lodges");
  expect(slugOf("  Ünïque Hôtels & Co. ")).toBe("unique-hotels-co");
  expect(slugOf("24/7 Stays")).toBe("24-7-stays");
  expect(slugOf("東京")).toBe("");
});

test("whatever the name, the suggestion is one that may be stored, or none", () => {
  const names = ["a".repeat(60), `${"a".repeat(47)} b`, "-x-", "Zoë's", "ẞ straße", "ﬁrst"];
  for (const slug of names.map(slugOf))
    expect(createTenantInput.safeParse({ slug, name: "x", template: "x", reason: "x" }).success, slug).toBe(true);
});
