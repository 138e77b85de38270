import path from "node:path";
import type { SourceTree } from "./imports";

const SECTIONS = ["app/(dashboard)/[tenant]", "app/admin"];
const FORM_FOLDERS = ["new", "edit", "invite"];

/**
 * The pages that show nothing of their own shape while they are on their way, each with what is missing: Next takes the
 * nearest `loading.tsx` above a page, be it of another shape. Lists need a list's and forms a form's; a page that shows one
 * record may take over its parent's, but not a list's or a form's, nor the overview's.
 */
export function findPagesWithoutSkeleton(tree: SourceTree): string[] {
  return SECTIONS.flatMap((section) =>
    [...tree.keys()]
      .filter((file) => file.startsWith(`${section}/`) && file.endsWith("/page.tsx"))
      .flatMap((page) => {
        const problem = isRedirect(tree.get(page) ?? "") ? null : problemOf(tree, section, page);
        return problem ? [`${page}: ${problem}`] : [];
      }),
  );
}

function problemOf(tree: SourceTree, section: string, page: string): string | null {
  const folder = path.posix.dirname(page);
  const from = nearest(tree, section, folder);
  if (!from || (from === section && folder !== section)) return "no loading.tsx";
  const skeleton = tree.get(`${from}/loading.tsx`) ?? "";
  if (tree.get(page)?.includes("<ListPage") && !skeleton.includes("ListSkeleton")) return "needs a ListSkeleton";
  if (FORM_FOLDERS.includes(path.posix.basename(folder)) && !skeleton.includes("FormSkeleton"))
    return "needs a FormSkeleton";
  if (from !== folder && /ListSkeleton|DataTableSkeleton|FormSkeleton/.test(skeleton))
    return "needs a loading.tsx of its own";
  return null;
}

/** The folder of the nearest skeleton above, up to the section's own. */
function nearest(tree: SourceTree, section: string, folder: string): string | null {
  if (tree.has(`${folder}/loading.tsx`)) return folder;
  return folder === section ? null : nearest(tree, section, path.posix.dirname(folder));
}

/** An address that only leads on. */
function isRedirect(source: string): boolean {
  return source.includes("redirect(") && !/return \(?\s*</.test(source);
}
