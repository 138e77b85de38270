import { importsOf, packageOf, resolveImport, type SourceTree } from "./imports";
import { hasDirective } from "./rules";

/** What forms are made of: a third of a page's code, and of no use to a page that only shows. */
const FORM_PACKAGES = ["zod", "react-hook-form", "@hookform/resolvers", "libphonenumber-js"];

/** Pages that are a form from the start, by the name of their folder. */
const FORM_FOLDERS = ["new", "edit", "invite"];

/** Pages elsewhere that show a form without being asked for it. */
export const FORM_PAGES = [
  // The settings stand in their fields, with a button to save each part.
  "app/(dashboard)/[tenant]/settings/page.tsx",
  "app/(dashboard)/[tenant]/settings/data/page.tsx",
  "app/(dashboard)/[tenant]/settings/payments/page.tsx",
  "app/(dashboard)/[tenant]/settings/security/page.tsx",
  "app/(me)/me/profile/page.tsx",
  "app/(me)/me/security/page.tsx",
  // A field for the next note stands above the notes.
  "app/admin/tenants/[id]/notes/page.tsx",
  // Under the preview of a template is the form that applies it.
  "app/admin/tenants/[id]/template/page.tsx",
];

const PAGE = /^app\/(\(dashboard\)|\(me\)|admin)\/(.*\/)?page\.tsx$/;
const LAYOUT = "app/(dashboard)/[tenant]/layout.tsx";

/**
 * The pages that only show, lists and records, and yet send the browser code of forms, each with the way that it takes.
 * What is imported on demand, such as the content of a `LazyDialog`, does not count.
 * @param formPages pages that may, because they are forms; those in folders that say so need no name
 */
export function findHeavyPages(tree: SourceTree, formPages: readonly string[] = FORM_PAGES): string[] {
  const pages = [...tree.keys()].filter(
    (file) => file === LAYOUT || (PAGE.test(file) && !formPages.includes(file) && !isFormFolder(file)),
  );
  return pages.flatMap((page) => waysToForms(tree, page));
}

function isFormFolder(page: string): boolean {
  return FORM_FOLDERS.includes(page.split("/").at(-2) ?? "");
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
