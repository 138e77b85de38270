import type { z } from "zod";
import type { ErrorCode } from "../errors";
import type { ListDefinition, ListQuery, Page } from "../list-query";
import type { Permission } from "../permissions";
import type { StoredBytes } from "../stored-bytes";

/** The filters of a list without its order and paging, for sums over what the filters hold. */
export interface FiltersOf<D extends ListDefinition = ListDefinition> {
  filtersOf: D;
}

export const METHODS = ["get", "post", "put", "patch", "delete"] as const;
export type Method = (typeof METHODS)[number];

/** What a route declares of one verb: enough to serve, guard, document and test it. */
export interface Operation {
  method: Method;
  /** From the root, such as `/api/v1/accounts`. */
  path: string;
  operationId: string;
  summary: string;
  description?: string;
  /** Heading in the reference page, such as `Accounts`. */
  tag: string;
  /** `null`: no permission is needed, only a token (or nothing at all, if public). */
  permission: Permission | null;
  isPublic?: boolean;
  /** For the platform's admins, by their session token; no tenant's token opens it. */
  isPlatform?: boolean;
  /** By session token only: an access key is refused, whatever it may do. */
  isSessionOnly?: boolean;
  /** About what is a person's own, by session token: in no tenant, so none is named. An access key is refused. */
  isPersonal?: boolean;
  /**
   * Takes an `Idempotency-Key`: for what creates or moves money, done in one `tenantWrite`. Its result is kept for a day,
   * so it must hold no secret.
   */
  isIdempotent?: boolean;
  /** Query parameters: unknown ones are refused, so an object must be strict. Never together with a body. */
  query?: z.ZodObject | ListDefinition | FiltersOf;
  body?: z.ZodType;
  /**
   * How the body is sent, where it is not plain JSON: `multipart` has one file, as the field `file`; `signed` is handed
   * over byte by byte, with its headers, to whoever checks the signature before anything in it is read.
   */
  encoding?: "multipart" | "signed";
  reply: z.ZodType;
  status?: 200 | 201 | 202;
  /** Name of the reply's flag which says that the record was there before: then the status is 200. */
  existingFlag?: string;
  /** The handler answers `StoredBytes`, which are sent as they are. */
  repliesBytes?: true;
  /** Failures beyond those that every operation of its kind has. */
  errors?: readonly ErrorCode[];
}

/** A body as it came, and the headers that hold its signature. */
export interface SignedBody {
  bytes: Buffer;
  headers: Headers;
}

/** What an operation's handler is given: the list query, the parsed parameters, or the parsed body. */
export type InputOf<O extends Operation> = O extends { encoding: "signed" }
  ? SignedBody
  : O extends { query: infer Q }
    ? Q extends FiltersOf<infer D>
      ? ListQuery<D>
      : Q extends ListDefinition
        ? ListQuery<Q>
        : z.output<Q>
    : O extends { body: infer B }
      ? z.output<B>
      : undefined;

/** What an operation's handler answers; a list answers a page of items, which the adapter writes in the API's form. */
export type ResultOf<O extends Operation> = O extends { repliesBytes: true }
  ? StoredBytes
  : O extends { query: ListDefinition }
    ? z.input<O["reply"]> extends { items: (infer Item)[] }
      ? Page<Item>
      : never
    : z.input<O["reply"]>;

export function isList(query: Operation["query"]): query is ListDefinition {
  return query !== undefined && "sorts" in query;
}

export function isFiltersOf(query: Operation["query"]): query is FiltersOf {
  return query !== undefined && "filtersOf" in query;
}
