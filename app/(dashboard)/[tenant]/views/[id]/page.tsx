import { redirect } from "next/navigation";
import { AppError } from "@/lib/errors";
import { TENANT_LISTS } from "@/lib/http/lists";
import { tenantPage } from "@/lib/http/page";
import { getSavedView } from "@/lib/http/saved-views";
import { viewQueryString } from "../../_views/view-address";
import { recordId } from "../../record-id";

/** A view's own address, for mails and notices: it leads to its list. */
export default tenantPage<{ id: string }>(async ({ actor, tenant, params }) => {
  const view = await getSavedView(actor, { id: recordId(params.id) });
  const list = TENANT_LISTS.get(view.list);
  if (!list) throw new AppError("not_found", "View not found");
  redirect(`/${tenant.slug}${list.path}?${viewQueryString(view)}`);
});
