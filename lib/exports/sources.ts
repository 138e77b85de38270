import type { z } from "zod";
import type { TenantActor } from "../actor";
import type { ListDefinition, ListQuery, Page } from "../list-query";
import type { Permission } from "../permissions";
import type { ExportColumn } from "./columns";

/** A list as exports need it: the same query as its page and the API, and what its records are written as. */
export interface ExportSource {
  definition: ListDefinition;
  permission: Permission;
  label: string;
  columns: readonly ExportColumn[];
  /** A record as the API answers it: what is not in it never leaves. */
  item: z.ZodObject;
  read(actor: TenantActor, query: ListQuery): Promise<Page<object>>;
}

/** The lists that can be exported, by their names. What they are made of lies in other nouns: the jobs know all of them. */
export type ExportSources = ReadonlyMap<string, ExportSource>;
