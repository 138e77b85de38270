/**
 * Lists: one definition each, from which come the lenient parser of the pages, the strict one of the API, the links of
 * all controls, cursors and pages. Import from here; the `list-*` files beside it are its parts.
 */
export { type CursorKey, encodeCursor } from "./cursor";
export * from "./list-definition";
export { type ListLinks, type ListState, links, listUrl, sortKeys, stateOf } from "./list-links";
export { type Page, pageOf, TOTAL_CAP, toApiPage } from "./list-page";
export { type ListParseOptions, type ListQuery, MAX_OFFSET, type ParameterInput, parseListParams } from "./list-params";
