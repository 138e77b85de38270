"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { formatAmount } from "@/lib/money";
import type { Refund } from "@/lib/refunds/schema";

export interface DecisionProps {
  tenantSlug: string;
  refund: Pick<Refund, "id" | "amount" | "currency" | "approval">;
  /** Whose page this is: whoever asked for a refund does not decide on it. */
  userId: string;
}

/** The second person's two buttons, as long as nobody has decided. */
export function Decision({ tenantSlug, refund, userId }: DecisionProps) {
  const t = useTranslations("client.approvals");
  if (refund.approval?.status !== "pending") return null;
  if (refund.approval.excluded_user_ids.includes(userId))
    return <p className="text-muted-foreground text-sm">{t("own")}</p>;
  return (
    <div className="flex flex-wrap gap-2">
      <RejectButton tenantSlug={tenantSlug} refund={refund} />
      <ApproveButton tenantSlug={tenantSlug} refund={refund} />
    </div>
  );
}

const load = () => import("./decision-forms");

type ButtonProps = Omit<DecisionProps, "userId">;

function ApproveButton(props: ButtonProps) {
  const t = useTranslations("client.approvals.approve");
  const amount = useAmount(props);
  return (
    <LazyDialog
      trigger={<Button variant="primary">{t("label")}</Button>}
      title={t("title", { amount })}
      description={t("help")}
      load={load}
    >
      {({ ApproveForm }, close) => <ApproveForm {...props} onDone={close} />}
    </LazyDialog>
  );
}

function RejectButton(props: ButtonProps) {
  const t = useTranslations("client.approvals.reject");
  const amount = useAmount(props);
  return (
    <LazyDialog
      trigger={<Button variant="danger-outline">{t("label")}</Button>}
      title={t("title", { amount })}
      description={t("help")}
      load={load}
    >
      {({ RejectForm }, close) => <RejectForm {...props} onDone={close} />}
    </LazyDialog>
  );
}

function useAmount({ refund }: ButtonProps): string {
  return formatAmount(refund.amount, refund.currency, useLocale());
}
