"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { TenantDetail } from "@/lib/tenants/schema";

export interface InviteOwnerProps {
  tenant: Pick<TenantDetail, "id" | "name">;
  /** The newest invitation; its address is offered again. */
  invitation: TenantDetail["owner_invitation"];
}

/** Invites the first owner of a tenant that has none, or anew. */
export function InviteOwner(props: InviteOwnerProps) {
  const t = useTranslations("client.adminTenants");
  return (
    <LazyDialog
      trigger={<Button size="sm">{props.invitation ? t("invite.openAgain") : t("invite.open")}</Button>}
      title={t("invite.title", { name: props.tenant.name })}
      description={t("invite.help")}
      load={() => import("./invite-owner-form")}
    >
      {({ InviteOwnerForm }, close) => <InviteOwnerForm {...props} onDone={close} />}
    </LazyDialog>
  );
}
