import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantDeletion } from "@/lib/tenant-deletions/schema";
import type { TenantExport } from "@/lib/tenant-exports/schema";
import type { Tenant } from "@/lib/tenants/schema";
import { AgreeButton, CallOffButton, ExportButton, RequestDeletionButton } from "./deletion-buttons";
import { ExportState } from "./export-state";

export interface DeletionCardProps {
  tenant: Pick<Tenant, "id" | "name" | "status">;
  /** The newest archive. */
  archive: TenantExport | null;
  /** The deletion that is under way. */
  deletion: TenantDeletion | null;
  /** Whoever looks. */
  userId: string;
  timeZone: string;
}

/** The way to a tenant's end, step by step: what is done, and what comes next. */
export function DeletionCard({ tenant, archive, deletion, userId, timeZone }: DeletionCardProps) {
  const t = useTranslations("server.adminTenants");
  const { id, name } = tenant;
  const isShutOut = tenant.status !== "active";
  const isArchived = archive?.status === "ready" && archive.is_final && archive.downloaded_at !== null;
  const isAgreed = deletion !== null && deletion.status !== "requested";
  const due = deletion?.due_at ?? null;
  const isPending = archive?.status === "requested" || archive?.status === "running";
  return (
    <Card title={t("deletion.title")} description={t("deletion.help")}>
      <ol className="flex flex-col gap-4">
        <Step number={1} isDone={isShutOut} title={t("deletion.suspend")}>
          {isShutOut ? t("deletion.isShutOut") : t("deletion.isActive")}
        </Step>
        <Step number={2} isDone={isArchived} title={t("deletion.archive")}>
          <p>{t("deletion.archiveHelp")}</p>
          {archive && <ExportState record={archive} timeZone={timeZone} />}
          {!isPending && !deletion && (
            <p className="mt-2">
              <ExportButton tenantId={id} name={name} />
            </p>
          )}
        </Step>
        <Step number={3} isDone={isAgreed} title={t("deletion.agree")}>
          {!deletion && (isArchived ? t("deletion.ask") : t("deletion.askLater"))}
          {deletion && (
            <p>
              {t.rich(deletion.requested_by ? "deletion.asked" : "deletion.askedByOperator", {
                name: deletion.requested_by?.name ?? "",
                reason: deletion.reason,
                time: () => <Timestamp value={deletion.created_at} timeZone={timeZone} />,
                quote: (chunks) => <q>{chunks}</q>,
              })}
              {deletion.agreed_by && ` ${t("deletion.agreed", { name: deletion.agreed_by.name })}`}
            </p>
          )}
          <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
            {!deletion && isArchived && archive && (
              <RequestDeletionButton tenantId={id} name={name} exportId={archive.id} />
            )}
            {deletion?.status === "requested" && deletion.requested_by?.id !== userId && (
              <AgreeButton id={deletion.id} name={name} days={deletion.waiting_days} />
            )}
            {deletion?.status === "requested" && <CallOffButton id={deletion.id} name={name} />}
          </div>
          {deletion?.status === "requested" && deletion.requested_by?.id === userId && (
            <p className="mt-1 text-muted-foreground text-xs">{t("deletion.needsOther")}</p>
          )}
        </Step>
        <Step number={4} isDone={false} title={t("deletion.wait")}>
          {deletion && due ? (
            <>
              <p>
                {deletion.status === "running"
                  ? t("deletion.begun")
                  : t.rich("deletion.due", { time: () => <Timestamp value={due} timeZone={timeZone} zoneShown /> })}
              </p>
              {deletion.status === "agreed" && (
                <p className="mt-2">
                  <CallOffButton id={deletion.id} name={name} />
                </p>
              )}
            </>
          ) : (
            t("deletion.afterwards")
          )}
        </Step>
      </ol>
    </Card>
  );
}

interface StepProps {
  number: number;
  isDone: boolean;
  title: string;
  children: ReactNode;
}

function Step({ number, isDone, title, children }: StepProps) {
  const t = useTranslations("server.adminTenants");
  return (
    <li className="flex gap-3">
      <span
        aria-hidden
        className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border text-xs data-done:border-transparent data-done:bg-success-subtle data-done:text-success-text"
        data-done={isDone || undefined}
      >
        {isDone ? <Check className="size-3.5" /> : number}
      </span>
      <div className="min-w-0 flex-1">
        <h3 className="font-medium">
          {title}
          {isDone && <span className="sr-only"> {t("deletion.stepDone")}</span>}
        </h3>
        <div className="text-muted-foreground text-sm">{children}</div>
      </div>
    </li>
  );
}
