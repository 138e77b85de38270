import { icons } from "lucide-react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ICON_NAMES } from "./icon-names";

/** The icon as the library draws it, as an image of a style sheet. */
function maskOf(name: string): string {
  const found = Object.entries(icons).find(([own]) => own.replace(/(?<=.)(?=[A-Z]|\d)/g, "-").toLowerCase() === name);
  if (!found) throw new Error(`no icon ${name}`);
  const [, shapes = ""] = /^<svg[^>]*>(.*)<\/svg>$/.exec(renderToStaticMarkup(createElement(found[1]))) ?? [];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="black" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes.replace(/><\/\w+>/g, "/>")}</svg>`;
  return `url("data:image/svg+xml,${svg.replaceAll('"', "'").replaceAll("<", "%3C").replaceAll(">", "%3E")}")`;
}

// Written by this test: `npx vitest run components/ui/icons.test.ts -u`.
test("the style sheet's icons are the library's", async () => {
  const rules = ICON_NAMES.map((name) => `[data-icon="${name}"] {\n  --icon: ${maskOf(name)};\n}\n`);
  await expect(rules.join("\n")).toMatchFileSnapshot("./icons.css");
});
