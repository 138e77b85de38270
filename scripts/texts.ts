import { readFileSync } from "node:fs";
import { textFiles } from "./fence/text-files";
import { findStrayTexts } from "./fence/texts";

// Lists the texts that stand in the code instead of the catalogue: `npx tsx scripts/texts.ts [folder]`.
const [under = ""] = process.argv.slice(2);
let total = 0;
for (const file of textFiles().filter((name) => name.startsWith(under))) {
  for (const { line, text } of findStrayTexts(file, readFileSync(file, "utf8"))) {
    total += 1;
    console.log(`${file}:${line}  ${text}`);
  }
}
console.log(`${total} texts outside the catalogue`);
