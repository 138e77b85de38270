import { AppError, fieldError } from "../errors";
import { type ListQuery, listUrl, parseListParams } from "../list-query";
import type { ExportSource, ExportSources } from "./sources";

/** Of the page's table; it says which columns, and nothing of the rows. */
const COLUMNS_PARAMETER = "columns";

/** What an export was asked for, understood. */
export interface ExportedList {
  source: ExportSource;
  query: ListQuery;
  /** As the list's address writes it. */
  text: string;
  /** Ids of columns that the text names and the list has; null: it names none. */
  columns: string[] | null;
}

/**
 * Reads the state of a list as its address writes it. Pages count for nothing; days are those of `timeZone`, and relative
 * dates those of this moment.
 * @throws AppError `validation_error` for an unknown list, or a text that it does not understand
 */
export function readExportedList(
  sources: ExportSources,
  { list, query: text, time_zone: timeZone }: { list: string; query: string; time_zone: string },
): ExportedList {
  const source = sources.get(list);
  if (!source) throw fieldError("list", `Must be one of ${[...sources.keys()].join(", ")}`);
  const { definition } = source;
  const parameters = new URLSearchParams(text.replace(/^\?/, ""));
  const wanted = parameters.get(COLUMNS_PARAMETER)?.split(",") ?? [];
  const known = wanted.filter((id) => source.columns.some((column) => column.id === id));
  const ignore = [COLUMNS_PARAMETER, "size", "page", "cursor"];
  try {
    const { query } = parseListParams(definition, parameters, { mode: "strict", timeZone, ignore });
    const whole: ListQuery = { ...query, size: definition.defaultSize };
    const url = listUrl(definition, whole, "");
    return { source, query: whole, text: url.replace(/^\?/, ""), columns: known.length > 0 ? known : null };
  } catch (error) {
    if (!(error instanceof AppError) || !error.issues) throw error;
    const issues = error.issues.map(({ loc, msg, type }) => ({
      loc: ["body", "query"],
      msg: `${loc[1]}: ${msg}`,
      type,
    }));
    throw new AppError("validation_error", undefined, { issues });
  }
}

/** The same list from where a page of it ended. */
export function queryAfter({ definition }: ExportSource, query: ListQuery, nextCursor: string): ListQuery {
  const order = listUrl(definition, { ...query, filters: {}, size: definition.defaultSize, cursor: null }, "");
  const parameters = new URLSearchParams(order.replace(/^\?/, ""));
  parameters.set("cursor", nextCursor);
  const { cursor, direction } = parseListParams(definition, parameters, { mode: "strict" }).query;
  return { ...query, cursor, direction };
}
