import { Check } from "lucide-react";
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
  const { id, name } = tenant;
  const isShutOut = tenant.status !== "active";
  const isArchived = archive?.status === "ready" && archive.is_final && archive.downloaded_at !== null;
  const isAgreed = deletion !== null && deletion.status !== "requested";
  const isPending = archive?.status === "requested" || archive?.status === "running";
  return (
    <Card title="Deletion" description="For good, after a waiting time, and never by one person alone">
      <ol className="flex flex-col gap-4">
        <Step number={1} isDone={isShutOut} title="Suspend the tenant">
          {isShutOut ? "Nobody gets in any more." : "It is active. Suspend it above first."}
        </Step>
        <Step number={2} isDone={isArchived} title="Make an archive of its data, and download it">
          <p>All rows and files, without secrets. Made after the suspension, so that nothing is missing.</p>
          {archive && <ExportState record={archive} timeZone={timeZone} />}
          {!isPending && !deletion && (
            <p className="mt-2">
              <ExportButton tenantId={id} name={name} />
            </p>
          )}
        </Step>
        <Step number={3} isDone={isAgreed} title="Two people agree">
          {!deletion &&
            (isArchived ? "Ask for it. Another platform admin has to agree." : "Once the archive is downloaded.")}
          {deletion && (
            <p>
              {deletion.requested_by?.name ?? "An operator"} asked on{" "}
              <Timestamp value={deletion.created_at} timeZone={timeZone} />: <q>{deletion.reason}</q>
              {deletion.agreed_by && ` ${deletion.agreed_by.name} agreed.`}
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
            <p className="mt-1 text-muted-foreground text-xs">Somebody else has to agree: you asked for it.</p>
          )}
        </Step>
        <Step number={4} isDone={false} title="The waiting time passes">
          {deletion?.due_at ? (
            <>
              <p>
                {deletion.status === "running" ? "The deletion has begun." : "Deleted "}
                {deletion.status === "agreed" && <Timestamp value={deletion.due_at} timeZone={timeZone} zoneShown />}
                {deletion.status === "agreed" && ", unless somebody calls it off."}
              </p>
              {deletion.status === "agreed" && (
                <p className="mt-2">
                  <CallOffButton id={deletion.id} name={name} />
                </p>
              )}
            </>
          ) : (
            "Then a job deletes all rows and files. Its audit log stays for its time."
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
          {isDone && <span className="sr-only"> (done)</span>}
        </h3>
        <div className="text-muted-foreground text-sm">{children}</div>
      </div>
    </li>
  );
}
