"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ReasonDialog } from "@/components/form/reason-dialog";
import { Button, ButtonLink } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { PlatformVisit } from "@/lib/visits/schema";
import { agreeWritingAction, beginVisitAction, endVisitAction } from "./actions";
import { AskWritingButton } from "./own-visit-buttons";

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
      <EndVisitButton id={visit.id} isRunning={visit.state === "running"} />
    </div>
  );
}

function OwnButtons({ visit }: { visit: PlatformVisit }) {
  const t = useTranslations("client.platform");
  const router = useRouter();
  const { id, state, tenant } = visit;
  if (state === "waiting") return null;
  if (state === "agreed")
    return (
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="primary">
            {t("stepIn.label")}
          </Button>
        }
        title={t("stepIn.title", { tenant: tenant.name })}
        description={t("stepIn.agreedHelp", { minutes: visit.minutes })}
        confirmLabel={t("stepIn.label")}
        tone="primary"
        action={() => beginVisitAction({ id })}
        onSuccess={() => router.push(`/${tenant.slug}`)}
      />
    );
  return (
    <>
      <ButtonLink size="sm" variant="primary" href={`/${tenant.slug}`}>
        {t("stepIn.goThere")}
      </ButtonLink>
      {!visit.writing_asked_at && <AskWritingButton id={id} />}
    </>
  );
}

function AgreeButton({ visit }: { visit: PlatformVisit }) {
  const t = useTranslations("client.platform");
  const visits = useTranslations("client.visits");
  if (visit.state !== "running" || !visit.writing_asked_at || visit.writing_agreed_at) return null;
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" variant="primary">
          {t("agreeWriting.label")}
        </Button>
      }
      title={t("agreeWriting.title", { name: visit.admin.name, tenant: visit.tenant.name })}
      description={t("agreeWriting.help")}
      confirmLabel={t("agreeWriting.label")}
      tone="primary"
      doneMessage={t("agreeWriting.done", { name: visit.admin.name })}
      readBy={visits("readBy")}
      action={(reason) => agreeWritingAction({ id: visit.id, reason })}
    />
  );
}

/** Ends a visit, or calls off one that has not begun. */
function EndVisitButton({ id, isRunning }: { id: string; isRunning: boolean }) {
  const t = useTranslations("client.platform");
  const visits = useTranslations("client.visits");
  const label = isRunning ? t("endVisit.label") : t("endVisit.callOff");
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" variant="danger-outline">
          {label}
        </Button>
      }
      title={isRunning ? t("endVisit.title") : t("endVisit.callOffTitle")}
      description={t("endVisit.help")}
      confirmLabel={label}
      tone="danger"
      doneMessage={t("endVisit.done")}
      readBy={visits("readBy")}
      action={(reason) => endVisitAction({ id, reason })}
    />
  );
}
