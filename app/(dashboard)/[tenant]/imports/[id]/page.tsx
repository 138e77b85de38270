import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listMappingsOf } from "@/lib/imports/named-mapping-queries";
import { getImport } from "@/lib/imports/queries";
import { BUSY_STATUSES, OPEN_STATUSES, UNDOABLE_STATUSES } from "@/lib/imports/record";
import { listKeptRecords, listRefusedLines } from "@/lib/jobs/import-desk";
import { recordId } from "../../record-id";
import { RefreshWhile } from "../../refresh-while";
import { ImportStatusBadge } from "../import-status-badge";
import { mayImport } from "../labels";
import { type Step, Steps } from "../steps";
import { MappingForm } from "./mapping-form";
import { ProgressCard } from "./progress-card";
import { KeptCard, RefusalsCard } from "./refusals-card";
import { ResultCard } from "./result-card";
import { UndoButton } from "./undo-button";

export const generateMetadata = pageTitle((t) => t("imports.detail"));

const REFUSALS_SHOWN = 100;
const STEP_OF: Readonly<Record<string, Step>> = { UPLOADED: "columns", CHECKING: "check", CHECKED: "import" };

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params }) => {
  const id = recordId(params.id);
  const [t, tShared] = await Promise.all([getTranslations("server.imports"), getTranslations("client.imports")]);
  const record = await getImport(actor, { id });
  const { status } = record;
  const isBusy = BUSY_STATUSES.includes(status);
  const mayWrite = mayImport(actor);
  const isOpen = mayWrite && OPEN_STATUSES.includes(status) && record.may_see_lines && record.is_file_kept;
  const [refused, kept, named] = await Promise.all([
    record.may_see_lines && !isBusy && record.refused_count > 0 ? listRefusedLines(actor, id, REFUSALS_SHOWN) : [],
    status === "UNDONE" ? listKeptRecords(actor, { id }) : { items: [] },
    isOpen ? listMappingsOf(actor, record.resource) : [],
  ]);
  const isUndoable = mayWrite && record.imported_count > 0 && UNDOABLE_STATUSES.includes(status) && status !== "UNDONE";
  const shared = { tenantSlug: tenant.slug, record };
  return (
    <div className="mx-auto max-w-6xl">
      <RefreshWhile pending={isBusy} />
      <PageHeader
        title={record.file_name}
        badge={<ImportStatusBadge status={status} label={tShared(`statuses.${status}`)} />}
        breadcrumb={[{ label: t("list"), href: `/${tenant.slug}/imports` }, { label: record.file_name }]}
        actions={isUndoable && <UndoButton tenantSlug={tenant.slug} id={id} count={record.imported_count} />}
      />
      <Steps current={STEP_OF[status] ?? "import"} isDone={["COMPLETED", "UNDONE", "UNDOING"].includes(status)} />
      <div className="flex flex-col gap-4">
        {isBusy ? (
          <ProgressCard {...shared} mayStop={mayWrite} />
        ) : (
          <ResultCard {...shared} timeZone={person.timeZone} />
        )}
        <RefusalsCard {...shared} lines={refused} />
        <KeptCard tenantSlug={tenant.slug} items={kept.items} />
        {isOpen && (
          <MappingForm
            {...shared}
            named={named}
            timeZone={person.timeZone}
            mayMakeAccounts={actor.permissions.has("accounts:write") && actor.accountIds === null}
          />
        )}
      </div>
    </div>
  );
});
