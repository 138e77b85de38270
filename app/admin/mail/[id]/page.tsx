import { getTranslations } from "next-intl/server";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { Timestamp } from "@/components/ui/timestamp";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getMail } from "@/lib/mails/queries";
import { kindLabel, STATUS_TONES } from "../labels";
import { MailBody } from "./mail-body";

export const generateMetadata = pageTitle((t) => t("adminMail.mail"));

export default adminPage<{ id: string }>(async ({ admin, person: { timeZone }, params }) => {
  const t = await getTranslations("server.adminMail");
  const labels = await getTranslations("client.adminMail");
  const mail = await getMail(admin, { id: recordId(params.id) });
  return (
    <>
      <PageHeader
        title={mail.subject}
        badge={<Badge tone={STATUS_TONES[mail.status]}>{labels(`statuses.${mail.status}`)}</Badge>}
        breadcrumb={[{ label: t("list"), href: "/admin/mail" }, { label: mail.subject }]}
      />
      <div className="flex flex-col gap-4">
        <Card title={t("mail")}>
          <DescriptionList>
            <DescriptionItem term={t("to")}>{mail.recipient}</DescriptionItem>
            <DescriptionItem term={t("about")}>{kindLabel(labels, mail.kind)}</DescriptionItem>
            {mail.tenant_name && <DescriptionItem term={t("tenant")}>{mail.tenant_name}</DescriptionItem>}
            <DescriptionItem term={t("written")}>
              <Timestamp value={mail.created_at} timeZone={timeZone} zoneShown />
            </DescriptionItem>
            {mail.sent_at && (
              <DescriptionItem term={t("sent")}>
                <Timestamp value={mail.sent_at} timeZone={timeZone} zoneShown />
              </DescriptionItem>
            )}
            {mail.status !== "kept" && <DescriptionItem term={t("tries")}>{mail.tries}</DescriptionItem>}
            {mail.error && <DescriptionItem term={t("problem")}>{mail.error}</DescriptionItem>}
          </DescriptionList>
        </Card>
        <MailBody mail={mail} />
      </div>
    </>
  );
});
