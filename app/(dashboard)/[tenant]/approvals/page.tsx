import { Stamp } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { parseListParams } from "@/lib/list-query";
import { listRefunds, readRefundAlerts } from "@/lib/refunds/queries";
import { refundList } from "@/lib/refunds/schema";
import { StopRefundsButton } from "./stop-switch";
import { WaitingRefund } from "./waiting-refund";

export const metadata: Metadata = { title: "Approvals" };

/** The longest queue that the page shows; the list of refunds has all of it. */
const WAITING = { approval: "pending", sort: "created", size: "50" };

export default tenantPage(
  async ({ actor, tenant, person }) => {
    const { query } = parseListParams(refundList, WAITING, { mode: "strict" });
    const [page, { stop }] = await Promise.all([listRefunds(actor, query), readRefundAlerts(actor)]);
    const decided = `/${tenant.slug}/refunds?approval=approved,rejected,expired,withdrawn`;
    return (
      <>
        <PageHeader
          title="Approvals"
          description="Refunds above the threshold of the settings wait here for a second person."
          actions={!stop && actor.accountIds === null && <StopRefundsButton tenantSlug={tenant.slug} />}
        />
        <Card flush>
          {page.items.length === 0 && (
            <EmptyState
              icon={Stamp}
              title="Nothing waits"
              description="No refund needs a second person at the moment."
            />
          )}
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
            Refunds that were decided on
          </Link>
          {page.nextCursor && (
            <Link href={`/${tenant.slug}/refunds?approval=pending`} className="text-accent hover:underline">
              All that wait
            </Link>
          )}
        </p>
      </>
    );
  },
  { permission: "refunds:approve" },
);
