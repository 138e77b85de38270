/**
 * Query parameter with the ids of a table's chosen columns, in their order. It belongs to the table: list parsers are told to
 * ignore it. Known on both sides, so it lies in no client file, whose exports a server sees only as references.
 */
export const COLUMNS_PARAMETER = "columns";
