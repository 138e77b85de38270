import type { RequestOptions } from "./request.js";

interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

/**
 * Every record that a list holds, from page to page at constant cost, as long as one asks for more.
 *
 *     for await (const account of each(bulkhead.listAccounts, { currency: ["EUR"] })) …
 */
export async function* each<Item, Parameters extends { cursor?: string }>(
  list: (parameters?: Parameters, options?: RequestOptions) => Promise<Page<Item>>,
  parameters?: Omit<Parameters, "cursor" | "page">,
  options?: RequestOptions,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | null = null;
  do {
    const given = { ...parameters, ...(cursor !== null && { cursor }) };
    // The list's own parameters without its place, and then the place.
    const page: Page<Item> = await list(given as Parameters, options);
    yield* page.items;
    cursor = page.next_cursor;
  } while (cursor !== null);
}
