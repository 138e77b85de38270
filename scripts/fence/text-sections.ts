import { importsOf, resolveImport, type SourceTree } from "./imports";
import { hasDirective } from "./rules";

/** Areas of the catalogue by the part of the site whose browsers get them. */
export type SectionAreas = Readonly<Record<"common" | "dashboard" | "admin", readonly string[]>>;

const ENTRY = /^app\/.*(?:page|layout|loading|error|not-found)\.tsx$/;
const ASKED = /\buse(?:Translations)\(\s*["'](client|server)(?:\.(\w+))?/g;

/**
 * Texts that a page asks for in the browser, where it does not have them: those of the server, or of a part of the site
 * that the page is not in. Each with the page and the file that asks.
 */
export function findTextsOutOfReach(tree: SourceTree, areas: SectionAreas): string[] {
  return [...tree.keys()].filter((file) => ENTRY.test(file)).flatMap((page) => outOfReach(tree, areas, page));
}

function outOfReach(tree: SourceTree, areas: SectionAreas, page: string): string[] {
  const reachable = new Set([
    ...areas.common,
    ...(page.startsWith("app/(dashboard)/") ? areas.dashboard : []),
    ...(page.startsWith("app/admin/") ? areas.admin : []),
  ]);
  const found: string[] = [];
  const seen = new Set<string>();
  const follow = (file: string, isSent: boolean): void => {
    const source = tree.get(file) ?? "";
    const isBrowsers = isSent || hasDirective(source, "use client");
    const key = `${file} ${isBrowsers}`;
    if (seen.has(key) || hasDirective(source, "use server")) return;
    seen.add(key);
    if (isBrowsers)
      for (const [, side, area = ""] of source.matchAll(ASKED))
        if (side === "server" || !reachable.has(area)) found.push(`${page}: ${file} asks for ${side}.${area}`);
    for (const { specifier, isType } of importsOf(source)) {
      const target = isType ? null : resolveImport(tree, file, specifier);
      if (target) follow(target, isBrowsers);
    }
  };
  follow(page, false);
  return found;
}
