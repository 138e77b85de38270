import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { admin } from "@/lib/messages/en/client/admin";
import { common } from "@/lib/messages/en/client/common";
import { dashboard } from "@/lib/messages/en/client/dashboard";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { textFiles } from "./text-files";
import { findTextsOutOfReach } from "./text-sections";
import { findStrayTexts } from "./texts";
import { readTree } from "./tree";

test("no text for people stands outside the catalogue", () => {
  const files = textFiles();
  expect(files.length).toBeGreaterThan(300);
  const stray = files.flatMap((file) =>
    findStrayTexts(file, readFileSync(path.join(REPOSITORY_DIR, file), "utf8")).map(
      ({ line, text }) => `${file}:${line}  ${text}`,
    ),
  );
  expect(stray).toEqual([]);
});

describe("a text in the code is found", () => {
  test.each([
    ["between tags", "const a = <p>Delete it</p>;", "Delete it"],
    ["between tags, in lower case", "const a = <p>none</p>;", "none"],
    ["in an attribute that is read", 'const a = <Field label="amount" />;', "amount"],
    ["in a choice", 'const a = <Field label={b ? "amount" : null} />;', "amount"],
    ["in a table of labels", 'const LABELS = { open: "Open" };', "Open"],
    ["in a template", `const a = \`Delete \${name} now\`;`, "Delete … now"],
    ["as a sentence", 'toast.success("The key was revoked");', "The key was revoked"],
  ])("%s", (_, source, text) => {
    expect(findStrayTexts("a.tsx", source)).toEqual([{ line: 1, text }]);
  });

  test.each([
    ["classes", 'const a = <p className="flex items-center">{b}</p>;'],
    ["classes in a variable", 'const a = "flex items-center gap-2";'],
    ["what is taken from the catalogue", 'const a = <p>{t("delete.title", { name })}</p>;'],
    ["a bug's message", 'if (!a) throw new Error("There is no row");'],
    ["an import", 'import { a } from "Some Module";'],
    ["a key of the keyboard", 'if (event.key === "Enter") go();'],
    ["what says why it is none", '// text-ok: how an address begins\nconst a = <Field placeholder="example.com" />;'],
  ])("but not %s", (_, source) => {
    expect(findStrayTexts("a.tsx", source)).toEqual([]);
  });
});

describe("in the browser", () => {
  const areas = { common: ["ui"], dashboard: ["accounts"], admin: ["tenants"] };
  const house = {
    "app/(dashboard)/[tenant]/accounts/page.tsx":
      'import { Table } from "./table";\nuseTranslations("server.accounts");',
    "app/(dashboard)/[tenant]/accounts/table.tsx": '"use client";\nimport { Cell } from "./cell";',
    "app/(dashboard)/[tenant]/accounts/cell.tsx": 'useTranslations("client.accounts");\nuseTranslations("client.ui");',
  };
  const withLine = (line: string) =>
    new Map(Object.entries({ ...house, "app/(dashboard)/[tenant]/accounts/cell.tsx": line }));

  test("every page has the texts that it asks for", () => {
    const tree = readTree();
    const asked = [...tree.values()].filter((source) => source.includes("useTranslations("));
    expect(asked.length).toBeGreaterThan(200);
    const sections = { common: Object.keys(common), dashboard: Object.keys(dashboard), admin: Object.keys(admin) };
    expect(findTextsOutOfReach(tree, sections)).toEqual([]);
  });

  test("a page that asks for others is found", () => {
    expect(findTextsOutOfReach(new Map(Object.entries(house)), areas)).toEqual([]);
    expect(findTextsOutOfReach(withLine('useTranslations("client.tenants");'), areas)).toHaveLength(1);
    expect(findTextsOutOfReach(withLine('useTranslations("server.accounts");'), areas)).toHaveLength(1);
  });
});
