"use client";

import { useRouter } from "next/navigation";
import { ReasonDialog } from "@/components/form/reason-dialog";
import { Button, ButtonLink } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { PlatformVisit } from "@/lib/visits/schema";
import { agreeWritingAction, askWritingAction, beginVisitAction, endVisitAction } from "./actions";

const READ_BY = "The tenant reads it in its audit log";

interface VisitButtonsProps {
  visit: PlatformVisit;
  /** The visit is the reader's own. */
  isOwn: boolean;
}

/** What can be done about a visit that is not over, by its visitor and by the other admins. */
export function VisitButtons({ visit, isOwn }: VisitButtonsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      {isOwn ? <OwnButtons visit={visit} /> : <AgreeButton visit={visit} />}
      <EndVisitButton id={visit.id} label={visit.state === "running" ? "End visit" : "Call off"} />
    </div>
  );
}

function OwnButtons({ visit }: { visit: PlatformVisit }) {
  const router = useRouter();
  const { id, state, tenant } = visit;
  if (state === "waiting") return null;
  if (state === "agreed")
    return (
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="primary">
            Step in
          </Button>
        }
        title={`Step into ${tenant.name}?`}
        description={`The tenant has agreed. It ends by itself after ${visit.minutes} minutes.`}
        confirmLabel="Step in"
        tone="primary"
        action={() => beginVisitAction({ id })}
        onSuccess={() => router.push(`/${tenant.slug}`)}
      />
    );
  return (
    <>
      <ButtonLink size="sm" variant="primary" href={`/${tenant.slug}`}>
        Go there
      </ButtonLink>
      {!visit.writing_asked_at && <AskWritingButton id={id} />}
    </>
  );
}

/** Asks the other platform admins to agree to writing. */
export function AskWritingButton({ id }: { id: string }) {
  return (
    <ReasonDialog
      trigger={<Button size="sm">Ask to write</Button>}
      title="Ask to write?"
      description="Another platform admin has to agree. Until the visit ends you may then change accounts and payments, and nothing else."
      confirmLabel="Ask to write"
      tone="primary"
      doneMessage="The other platform admins see that you ask"
      readBy={READ_BY}
      action={(reason) => askWritingAction({ id, reason })}
    />
  );
}

function AgreeButton({ visit }: { visit: PlatformVisit }) {
  if (visit.state !== "running" || !visit.writing_asked_at || visit.writing_agreed_at) return null;
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" variant="primary">
          Agree to writing
        </Button>
      }
      title={`Let ${visit.admin.name} write in ${visit.tenant.name}?`}
      description="Until the visit ends accounts and payments can be changed. You answer for it together."
      confirmLabel="Agree to writing"
      tone="primary"
      doneMessage={`${visit.admin.name} may write now`}
      readBy={READ_BY}
      action={(reason) => agreeWritingAction({ id: visit.id, reason })}
    />
  );
}

/** Ends a visit, or calls off one that has not begun. */
function EndVisitButton({ id, label }: { id: string; label: string }) {
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" variant="danger-outline">
          {label}
        </Button>
      }
      title={`${label}?`}
      description="From the next click on the tenant is closed to the visitor."
      confirmLabel={label}
      tone="danger"
      doneMessage="The visit has ended"
      readBy={READ_BY}
      action={(reason) => endVisitAction({ id, reason })}
    />
  );
}

/** Ends one's own visit without a word, from wherever one is. */
export function EndOwnVisitButton({ id }: { id: string }) {
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={<Button size="sm">End visit</Button>}
      title="End your visit?"
      description="This tenant is closed to you from then on."
      confirmLabel="End visit"
      tone="primary"
      action={() => endVisitAction({ id, reason: "The visitor is done" })}
      onSuccess={() => {
        toast.success("The visit has ended");
        router.push("/admin/visits");
      }}
    />
  );
}
