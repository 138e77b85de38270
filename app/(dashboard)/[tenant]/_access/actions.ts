"use server";

import { endView, startView } from "@/lib/access/commands";
import { previewAccess } from "@/lib/access/preview";
import { explainAccess } from "@/lib/access/queries";
import { accessDraft, endViewInput, explainAccessInput, viewSubject } from "@/lib/access/schema";
import { setCurrentView } from "@/lib/auth/view";
import { ownTenantAction, tenantAction } from "@/lib/http/action";

/** Lets this browser look at the tenant as somebody else. */
export const startViewAction = ownTenantAction(viewSubject, async (actor, subject) => {
  const view = await startView(actor, subject);
  await setCurrentView(view.id);
  return view;
});

export const endViewAction = ownTenantAction(endViewInput, async (actor) => {
  await endView(actor);
  await setCurrentView(null);
});

export const previewAccessAction = tenantAction(accessDraft, previewAccess);

export const explainAccessAction = tenantAction(explainAccessInput, explainAccess);
