import type { Metadata } from "next";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { Timestamp } from "@/components/ui/timestamp";
import { adminPage } from "@/lib/http/page";
import { getMail } from "@/lib/mails/queries";
import { kindLabel, STATUS_LABELS, STATUS_TONES } from "../labels";
import { MailBody } from "./mail-body";

export const metadata: Metadata = { title: "Mail" };

export default adminPage<{ id: string }>(async ({ admin, person: { timeZone }, params }) => {
  const mail = await getMail(admin, { id: recordId(params.id) });
  return (
    <div className="flex flex-col gap-5">
      <PageHeader
        title={mail.subject}
        badge={<Badge tone={STATUS_TONES[mail.status]}>{STATUS_LABELS[mail.status]}</Badge>}
        breadcrumb={[{ label: "Mail", href: "/admin/mail" }, { label: "Mail" }]}
      />
      <Card title="Mail">
        <DescriptionList>
          <DescriptionItem term="To">{mail.recipient}</DescriptionItem>
          <DescriptionItem term="About">{kindLabel(mail.kind)}</DescriptionItem>
          {mail.tenant_name && <DescriptionItem term="Tenant">{mail.tenant_name}</DescriptionItem>}
          <DescriptionItem term="Written">
            <Timestamp value={mail.created_at} timeZone={timeZone} zoneShown />
          </DescriptionItem>
          {mail.sent_at && (
            <DescriptionItem term="Sent">
              <Timestamp value={mail.sent_at} timeZone={timeZone} zoneShown />
            </DescriptionItem>
          )}
          {mail.status !== "kept" && <DescriptionItem term="Tries">{mail.tries}</DescriptionItem>}
          {mail.error && <DescriptionItem term="Last problem">{mail.error}</DescriptionItem>}
        </DescriptionList>
      </Card>
      <MailBody mail={mail} />
    </div>
  );
});
