import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { getRecordVersion, listRecordVersions } from "@/lib/record-versions/queries";
import type { RecordVersion, VersionedTable } from "@/lib/record-versions/schema";
import { recordLabel, recordPath, tableLabel } from "../audit-logs/labels";
import { RecordChanges } from "../audit-logs/record-changes";
import { recordId } from "../record-id";
import { MomentForm } from "./moment-form";
import { momentsOf } from "./moments";
import { RecordFields } from "./record-fields";
import { RestoreControl } from "./restore-control";
import { VersionBanner } from "./version-banner";
import { VersionSteps } from "./version-steps";

/** What the record is called now, where its kind has names. */
function ownName({ values }: RecordVersion): string | null {
  const name = values?.reference ?? values?.name ?? values?.title;
  return typeof name === "string" && name !== "" ? name : null;
}

/** The page that shows a record of a table as it was at `?at=`, beside what it was at `?to=` or is now. */
export function versionsPage(table: VersionedTable) {
  return tenantPage<{ id: string }>(async ({ actor, tenant, person: { timeZone }, params, searchParams }) => {
    const [t, tLog] = await Promise.all([getTranslations("server.versions"), getTranslations("client.auditLogs")]);
    const id = recordId(params.id);
    const now = new Date();
    const { at, to } = momentsOf(searchParams, timeZone, now);
    const [then, other, current, versions] = await Promise.all([
      getRecordVersion(actor, { table, id, at }),
      to ? getRecordVersion(actor, { table, id, at: to }) : null,
      getRecordVersion(actor, { table, id, at: now.toISOString() }),
      listRecordVersions(actor, { table, id }),
    ]);
    const record = `/${tenant.slug}${recordPath({ table_name: table, record_id: id })}`;
    const path = `${record}/versions`;
    return (
      <>
        <PageHeader
          breadcrumb={[
            { label: tableLabel(tLog, table), href: record.slice(0, record.lastIndexOf("/")) },
            { label: ownName(current) ?? recordLabel(tLog, table), href: record },
            { label: t("crumb") },
          ]}
          title={t("title", { record: recordLabel(tLog, table) })}
          actions={
            <>
              <RestoreControl current={current} actor={actor} tenantSlug={tenant.slug} />
              <ButtonLink href={record}>{t("back")}</ButtonLink>
            </>
          }
        />
        <VersionBanner version={then} timeZone={timeZone} />
        <div className="grid items-start gap-4 xl:grid-cols-3">
          <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
            <Card>
              <MomentForm at={at} to={to} path={path} timeZone={timeZone} />
            </Card>
            <Card title={t("difference")} description={to ? t("betweenTwo") : t("betweenThen")}>
              <RecordChanges
                entry={{ old_values: then.values ?? {}, new_values: (other ?? current).values ?? {} }}
                timeZone={timeZone}
              />
            </Card>
            {then.values && (
              <Card title={t("held")}>
                <RecordFields values={then.values} timeZone={timeZone} />
              </Card>
            )}
          </div>
          <VersionSteps versions={versions} table={table} validFrom={then.valid_from} path={path} timeZone={timeZone} />
        </div>
      </>
    );
  });
}
