import { importsOf, packageOf, resolveImport, type SourceTree } from "./imports";
import { hasDirective } from "./rules";

/** What forms are made of: a third of a page's code, and of no use to a page that only shows. */
const FORM_PACKAGES = ["zod", "react-hook-form", "@hookform/resolvers", "libphonenumber-js"];

/** The frame of every list's page; the overview and the layout around all pages are named beside. */
const LIST_FRAME = "components/shell/list-page.tsx";
const ALWAYS = ["app/(dashboard)/[tenant]/layout.tsx", "app/(dashboard)/[tenant]/page.tsx"];

/**
 * The pages of a tenant that only show and yet send the browser code of forms, each with the way that it takes. What is
 * imported on demand does not count.
 */
export function findHeavyPages(tree: SourceTree): string[] {
  const lists = [...tree.keys()].filter(
    (file) => /^app\/\(dashboard\)\/.*\/page\.tsx$/.test(file) && targetsOf(tree, file).includes(LIST_FRAME),
  );
  return [...ALWAYS.filter((file) => tree.has(file)), ...lists].flatMap((page) => waysToForms(tree, page));
}

function waysToForms(tree: SourceTree, page: string): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const follow = (file: string, isSent: boolean, way: readonly string[]): void => {
    const source = tree.get(file) ?? "";
    const isBrowsers = isSent || hasDirective(source, "use client");
    const key = `${file} ${isBrowsers}`;
    if (seen.has(key) || hasDirective(source, "use server")) return;
    seen.add(key);
    for (const { specifier, isType, isDynamic } of importsOf(source)) {
      if (isType || isDynamic) continue;
      const target = resolveImport(tree, file, specifier);
      if (target) follow(target, isBrowsers, [...way, file]);
      else if (isBrowsers && FORM_PACKAGES.includes(packageOf(specifier)))
        found.push(`${[...way, file].join(" → ")} → ${specifier}`);
    }
  };
  follow(page, false, []);
  return found;
}

function targetsOf(tree: SourceTree, file: string): (string | null)[] {
  return importsOf(tree.get(file) ?? "").map(({ specifier }) => resolveImport(tree, file, specifier));
}
