import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { guidesText } from "./reference-guides";

const DOCS = path.resolve(import.meta.dirname, "../../docs");
const read = (name: string) => readFileSync(path.join(DOCS, name), "utf8");

test("the reference page has every guide for those who use the API, and no link that leads out of it", () => {
  const text = guidesText(read("README.md"), read);
  const titles = readdirSync(DOCS)
    .filter((name) => name.endsWith(".md") && !["README.md", "importing.md"].includes(name))
    .map((name) => `\n# ${/^# (.+)$/m.exec(read(name))?.[1]}\n`);
  for (const title of titles) expect(text).toContain(title);
  expect(text).not.toMatch(/\]\((?!#|https:)/);
  const anchors = new Set(
    [...text.matchAll(/^# (.+)$/gm)].map(
      (match) => `#description/${match[1]?.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`,
    ),
  );
  for (const [, link = ""] of text.matchAll(/\]\((#[^)]*)\)/g)) expect(anchors).toContain(link);
});

test("code keeps a language that the page can highlight, and none of the words for our test", () => {
  const text = guidesText(
    "| [A](a.md) |\n\n## Before you begin\n",
    () => "# A\n\n```sh eventually\nls\n```\n\n```jsonc\n{}\n```\n",
  );
  expect(text).toContain("```bash\nls\n```");
  expect(text).toContain("```json\n{}\n```");
});
