import type { TenantActor } from "../actor";
import { COLUMNS_PARAMETER } from "../columns-parameter";
import { AppError, type FieldIssue, fieldError } from "../errors";
import { type ListDefinition, type ListQuery, listUrl, parseListParams } from "../list-query";
import { refusePersonalFilters, requirePersonalData, seesPersonalData } from "../personal-data";
import type { SavedView } from "./schema";

const COLUMN_IDS = /^[a-zA-Z0-9_-]+(,[a-zA-Z0-9_-]+)*$/;

/** What a view holds, read at some moment. */
export interface ReadView<D extends ListDefinition = ListDefinition> {
  query: ListQuery<D>;
  /** Ids of the columns, joined by commas; null: as the table comes. */
  columns: string | null;
  /** Canonical, without what was left out. */
  text: string;
  /** What was left out and why: the list has changed since, or this person may not filter by it. */
  issues: FieldIssue[];
}

/**
 * The canonical form of a query string that somebody wants to save.
 * @throws AppError `validation_error` that names what the list does not know
 */
export function canonicalQuery(definition: ListDefinition, text: string): string {
  const { columns, parameters } = parts(text);
  try {
    const { query } = parseListParams(definition, parameters, { mode: "strict" });
    if (columns !== null && !COLUMN_IDS.test(columns)) throw fieldError("query", "columns: Must be names of columns");
    return printed(definition, query, columns);
  } catch (error) {
    if (!(error instanceof AppError) || !error.issues || error.issues[0]?.loc[0] === "body") throw error;
    const issues = error.issues.map(({ loc, msg, type }) => ({
      loc: ["body", "query"],
      msg: `${loc[1]}: ${msg}`,
      type,
    }));
    throw new AppError("validation_error", undefined, { issues });
  }
}

/** What a saved query is for this actor: without filters that would tell personal data which is masked for them. */
export function permittedQuery(
  definition: ListDefinition,
  text: string,
  actor: TenantActor,
): { query: string; left_out: string[] } {
  if (seesPersonalData(actor)) return { query: text, left_out: [] };
  const { columns, parameters } = parts(text);
  const { query } = parseListParams(definition, parameters, { mode: "lenient" });
  const { filters, refused } = permittedFilters(actor, query.filters);
  return { query: printed(definition, { ...query, filters }, columns), left_out: refused };
}

/** Reads a view as somebody found it: what no longer fits the list is left out and reported, as what was before. */
export function readViewQuery<D extends ListDefinition>(
  definition: D,
  view: Pick<SavedView, "query" | "left_out">,
  timeZone: string,
): ReadView<D> {
  const { columns, parameters } = parts(view.query);
  const { query, issues } = parseListParams(definition, parameters, { mode: "lenient", timeZone });
  const left = view.left_out.map((name) => ({
    loc: ["query", name],
    msg: "Left out of this view: you do not see customers' personal data, so you cannot filter by it",
    type: "forbidden",
  }));
  return { query, columns, text: printed(definition, query, columns), issues: [...issues, ...left] };
}

/** The filters that the lists themselves would not refuse this actor. */
function permittedFilters<F extends object>(actor: TenantActor, filters: F): { filters: F; refused: string[] } {
  const refused: string[] = [];
  const kept = Object.entries(filters).filter(([name, value]) => {
    try {
      if (/^customer_(email|phone)/.test(name)) requirePersonalData(actor);
      refusePersonalFilters(actor, { [name]: value });
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push(name);
      return false;
    }
  });
  // A part of what was there, each under its own name.
  return { filters: Object.fromEntries(kept) as F, refused };
}

function parts(text: string): { columns: string | null; parameters: URLSearchParams } {
  const parameters = new URLSearchParams(text.replace(/^\?/, ""));
  const columns = parameters.get(COLUMNS_PARAMETER);
  // Where in the list somebody stood is no part of a view.
  for (const name of [COLUMNS_PARAMETER, "cursor", "page", "view"]) parameters.delete(name);
  return { columns: columns || null, parameters };
}

function printed(definition: ListDefinition, query: ListQuery, columns: string | null): string {
  const own = listUrl(definition, { ...query, cursor: null, direction: "next", page: null }, "").slice(1);
  return [own, columns === null ? "" : `${COLUMNS_PARAMETER}=${columns}`].filter((part) => part !== "").join("&");
}
