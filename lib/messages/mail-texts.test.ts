import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { TENANT_LISTS } from "@/lib/http/lists";
import { EXPORT_SOURCES } from "@/lib/jobs/export-sources";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { mailFiles } from "@/scripts/fence/text-files";
import { findStrayTexts } from "@/scripts/fence/texts";
import english from "./en/server/mails.json";
import { mailListName, mailTexts } from "./mail-texts";

describe("a list in a mail", () => {
  const lists = [...new Set([...TENANT_LISTS.keys(), ...EXPORT_SOURCES.keys()])];

  test.each(lists)("is called by words: %s", (list) => {
    expect(english.lists).toHaveProperty(list, list.replaceAll("_", " "));
    expect(mailListName(mailTexts("en"), list)).toBe(list.replaceAll("_", " "));
  });

  test("has the words of the reader's language", () => {
    expect(mailListName(mailTexts("de"), "payment_intents")).toBe("Zahlungen");
  });
});

test("no text of a mail stands outside the catalogue", () => {
  const files = mailFiles();
  expect(files).toContain("lib/invitations/mail.ts");
  expect(files.length).toBeGreaterThan(8);
  const stray = files.flatMap((file) =>
    findStrayTexts(file, readFileSync(path.join(REPOSITORY_DIR, file), "utf8")).map(
      ({ line, text }) => `${file}:${line} says “${text}”: put it into lib/messages/{en,de}/server/mails.json`,
    ),
  );
  expect(stray).toEqual([]);
});

test("who chose no language is written to in English", () => {
  expect(mailTexts(null)).toMatchObject({ locale: "en" });
  expect(mailTexts(null).t("layout.footer")).toBe("This mail was sent by Bulkhead.");
});
