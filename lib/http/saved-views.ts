import type { MemberActor, TenantActor } from "../actor";
import type { ListQuery } from "../list-query";
import * as commands from "../saved-views/commands";
import * as queries from "../saved-views/queries";
import type {
  CreateSavedViewInput,
  SetDefaultViewInput,
  savedViewList,
  UpdateSavedViewInput,
} from "../saved-views/schema";
import * as watches from "../saved-views/watches";
import { TENANT_LISTS } from "./lists";

// Saved views of the lists that there are: the noun itself knows no other noun's list.

export const listSavedViews = (actor: TenantActor, query: ListQuery<typeof savedViewList>) =>
  queries.listSavedViews(actor, query, TENANT_LISTS);
export const listViewsOf = (actor: TenantActor, input: { list: string }) =>
  queries.listViewsOf(actor, input, TENANT_LISTS);
export const getSavedView = (actor: TenantActor, input: { id: string }) =>
  queries.getSavedView(actor, input, TENANT_LISTS);
export const getDefaultView = (actor: TenantActor, input: { list: string }) =>
  queries.getDefaultView(actor, input, TENANT_LISTS);
export const createSavedView = (actor: MemberActor, input: CreateSavedViewInput) =>
  commands.createSavedView(actor, input, TENANT_LISTS);
export const updateSavedView = (actor: MemberActor, input: UpdateSavedViewInput) =>
  commands.updateSavedView(actor, input, TENANT_LISTS);
export const deleteSavedView = (actor: MemberActor, input: { id: string }) =>
  commands.deleteSavedView(actor, input, TENANT_LISTS);
export const restoreSavedView = (actor: MemberActor, input: { id: string }) =>
  commands.restoreSavedView(actor, input, TENANT_LISTS);
export const setDefaultView = (actor: MemberActor, input: SetDefaultViewInput) =>
  commands.setDefaultView(actor, input, TENANT_LISTS);
export const watchSavedView = (actor: MemberActor, input: { id: string }, sources: watches.RowSources) =>
  watches.watchSavedView(actor, input, TENANT_LISTS, sources);
export const unwatchSavedView = (actor: MemberActor, input: { id: string }) =>
  watches.unwatchSavedView(actor, input, TENANT_LISTS);
