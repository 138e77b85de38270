/** The ids with `id` moved in front of the one that is at place `before` now; at the end for places beyond it. */
export function moved(ids: readonly string[], id: string, before: number): string[] {
  const rest = ids.filter((other) => other !== id);
  const next = ids.slice(before).find((other) => other !== id);
  const place = next === undefined ? rest.length : rest.indexOf(next);
  return [...rest.slice(0, place), id, ...rest.slice(place)];
}

/** All columns in one order: those that show as they show, each of the others behind the one it comes after. */
export function orderForSettings(all: readonly string[], shown: readonly string[]): string[] {
  const ordered = [...shown];
  for (const [index, id] of all.entries()) {
    if (shown.includes(id)) continue;
    const previous = all[index - 1];
    ordered.splice(previous === undefined ? 0 : ordered.indexOf(previous) + 1, 0, id);
  }
  return ordered;
}
