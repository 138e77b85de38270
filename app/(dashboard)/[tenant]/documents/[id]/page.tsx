import { Download } from "lucide-react";
import type { Metadata } from "next";
import { buttonVariants } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { listAccountTree } from "@/lib/accounts/queries";
import { getDocument, listDocumentVersions } from "@/lib/documents/queries";
import { tenantPage } from "@/lib/http/page";
import { RecordHistory, readHistory } from "../../audit-logs/record-history";
import { accountChoices } from "../../options";
import { Permitted } from "../../permitted";
import { permittedData } from "../../permitted-data";
import { recordId } from "../../record-id";
import { contentHref } from "../file-labels";
import { LifeButtons } from "../life-buttons";
import { UploadDialog } from "../upload-dialog";
import { DetailsCard, MetadataCard, VersionsCard } from "./cards";
import { Preview } from "./preview";

export const metadata: Metadata = { title: "Document" };

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params }) => {
  const id = recordId(params.id);
  const [document, history, tree] = await Promise.all([
    getDocument(actor, { id }),
    readHistory(actor, "documents", id),
    permittedData(actor, "accounts:read", () => listAccountTree(actor), []),
  ]);
  const versions = await listDocumentVersions(actor, { series_id: document.series_id });
  const shared = { document, actor, tenantSlug: tenant.slug, timeZone: person.timeZone };
  const { title, version, account, payment_intent: payment } = document;
  const target = { title, accountId: account?.id, paymentIntentId: payment?.id };
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Documents", href: `/${tenant.slug}/documents` }, { label: title }]}
        title={title}
        badge={document.deleted_at && <StatusBadge status="DELETED" />}
        actions={
          <>
            <Permitted actor={actor} permission="documents:write">
              <LifeButtons
                tenantSlug={tenant.slug}
                document={{ id, title, version }}
                isDeleted={document.deleted_at !== null}
              />
              {!document.deleted_at && (
                <UploadDialog tenantSlug={tenant.slug} target={target} label="New version" variant="secondary" />
              )}
            </Permitted>
            {!document.deleted_at && (
              <a href={contentHref(tenant.slug, id)} className={buttonVariants({ variant: "primary" })}>
                <Download aria-hidden /> Download
              </a>
            )}
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
          <Preview document={document} tenantSlug={tenant.slug} />
          <RecordHistory
            history={history}
            table="documents"
            recordId={id}
            tenantPath={`/${tenant.slug}`}
            timeZone={person.timeZone}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <DetailsCard {...shared} accounts={accountChoices(tree)} />
          <VersionsCard {...shared} versions={versions} />
          <MetadataCard {...shared} />
        </div>
      </div>
    </>
  );
});
