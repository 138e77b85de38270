"use server";

import { tenantAction } from "@/lib/http/action";
import {
  createSavedView,
  deleteSavedView,
  restoreSavedView,
  setDefaultView,
  unwatchSavedView,
  updateSavedView,
  watchSavedView,
} from "@/lib/http/saved-views";
import { EXPORT_SOURCES } from "@/lib/jobs/export-sources";
import { createSavedViewInput, savedViewId, setDefaultViewInput, updateSavedViewInput } from "@/lib/saved-views/schema";

export const createViewAction = tenantAction(createSavedViewInput, createSavedView);
export const updateViewAction = tenantAction(updateSavedViewInput, updateSavedView);
export const deleteViewAction = tenantAction(savedViewId, deleteSavedView);
export const restoreViewAction = tenantAction(savedViewId, restoreSavedView);
export const setDefaultViewAction = tenantAction(setDefaultViewInput, setDefaultView);
export const watchViewAction = tenantAction(savedViewId, (actor, input) =>
  watchSavedView(actor, input, EXPORT_SOURCES),
);
export const unwatchViewAction = tenantAction(savedViewId, unwatchSavedView);
