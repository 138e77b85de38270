import { RawJson } from "@/components/detail/raw-json";
import { listAccountTree } from "@/lib/accounts/queries";
import { getDocument, listDocumentVersions } from "@/lib/documents/queries";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { RecordHistory, readHistory } from "../../audit-logs/record-history";
import { accountChoices } from "../../options";
import { permittedData } from "../../permitted-data";
import { recordId } from "../../record-id";
import { DetailsCard, MetadataCard, VersionsCard } from "./cards";
import { DocumentHeader } from "./document-header";
import { Preview } from "./preview";

export const generateMetadata = pageTitle((t) => t("documents.item"));

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params }) => {
  const id = recordId(params.id);
  const [document, history, tree] = await Promise.all([
    getDocument(actor, { id }),
    readHistory(actor, "documents", id),
    permittedData(actor, "accounts:read", () => listAccountTree(actor), []),
  ]);
  const versions = await listDocumentVersions(actor, { series_id: document.series_id });
  const shared = { document, actor, tenantSlug: tenant.slug, timeZone: person.timeZone };
  return (
    <>
      <DocumentHeader document={document} actor={actor} tenantSlug={tenant.slug} />
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
          <RawJson tenantSlug={tenant.slug} resource="document" id={id} version={document.updated_at} />
        </div>
      </div>
    </>
  );
});
