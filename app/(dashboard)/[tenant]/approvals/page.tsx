import { Stamp } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { parseListParams } from "@/lib/list-query";
import { listRefunds, readRefundAlerts } from "@/lib/refunds/queries";
import { refundList } from "@/lib/refunds/schema";
import { StopRefundsButton } from "./stop-button";
import { WaitingRefund } from "./waiting-refund";

export const generateMetadata = pageTitle((t) => t("approvals.list"));

/** The longest queue that the page shows; the list of refunds has all of it. */
const WAITING = { approval: "pending", sort: "created", size: "50" };

export default tenantPage(
  async ({ actor, tenant, person }) => {
    const { query } = parseListParams(refundList, WAITING, { mode: "strict" });
    const [page, { stop }] = await Promise.all([listRefunds(actor, query), readRefundAlerts(actor)]);
    const t = await getTranslations("server.approvals");
    const decided = `/${tenant.slug}/refunds?approval=approved,rejected,expired,withdrawn`;
    return (
      <>
        <PageHeader
          title={t("list")}
          description={t("help")}
          actions={!stop && actor.accountIds === null && <StopRefundsButton tenantSlug={tenant.slug} />}
        />
        <Card flush>
          {page.items.length === 0 && <EmptyState icon={Stamp} title={t("none")} description={t("noneHelp")} />}
          <div className="divide-y">
            {page.items.map((refund) => (
              <WaitingRefund
                key={refund.id}
                tenantSlug={tenant.slug}
                refund={refund}
                userId={actor.userId}
                timeZone={person.timeZone}
              />
            ))}
          </div>
        </Card>
        <p className="mt-3 flex flex-wrap gap-x-4 text-sm">
          <Link href={decided} className="text-accent hover:underline">
            {t("decided")}
          </Link>
          {page.nextCursor && (
            <Link href={`/${tenant.slug}/refunds?approval=pending`} className="text-accent hover:underline">
              {t("allWaiting")}
            </Link>
          )}
        </p>
      </>
    );
  },
  { permission: "refunds:approve" },
);
