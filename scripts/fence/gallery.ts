import { importsOf, resolveImport, type SourceTree } from "./imports";

/** Folders of components that people see. */
const SEEN = /^components\/(ui|form|data-table|charts|shell|detail|command)\/[^/]+\.tsx$/;

const folderOf = (file: string) => file.slice(0, file.lastIndexOf("/"));

/**
 * Files of components that have no specimen: nothing in `app/gallery` imports them, although something outside of their
 * own folder does. What only its own folder uses is part of another component, and is seen there.
 */
export function findUnseen(tree: SourceTree): string[] {
  const users = new Map<string, Set<string>>();
  for (const [file, source] of tree) {
    for (const { specifier, isType } of importsOf(source)) {
      const target = isType ? null : resolveImport(tree, file, specifier);
      if (target && SEEN.test(target)) users.set(target, (users.get(target) ?? new Set()).add(file));
    }
  }
  return [...users].flatMap(([component, files]) => {
    const outside = [...files].filter((file) => folderOf(file) !== folderOf(component) && !/\.test\.tsx?$/.test(file));
    const isShown = outside.some((file) => file.startsWith("app/gallery/"));
    return outside.length > 0 && !isShown ? [component] : [];
  });
}
