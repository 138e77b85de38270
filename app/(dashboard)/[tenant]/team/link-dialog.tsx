"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useCopy } from "@/components/ui/copy-button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import type { SentInvitation } from "@/lib/invitations/schema";

export interface LinkDialogProps {
  /** What was just sent; `null` while there is nothing. The link lives in this page's memory only. */
  sent: SentInvitation | null;
  onDone: () => void;
}

/** Tells that the mail is on its way, and shows the link once, for those whom mail does not reach. */
export function LinkDialog({ sent, onDone }: LinkDialogProps) {
  const t = useTranslations("client.team.link");
  return (
    <Dialog open={sent !== null} onOpenChange={(open) => !open && onDone()} disablePointerDismissal>
      {sent && (
        <DialogContent title={t("title")} closeHidden>
          <p>
            {t.rich("help", {
              address: sent.invitation.email,
              email: (chunks) => <span className="break-all font-medium">{chunks}</span>,
            })}
          </p>
          <LinkField link={sent.link} />
          <DialogFooter>
            <Button variant="primary" onClick={onDone}>
              {t("done")}
            </Button>
          </DialogFooter>
        </DialogContent>
      )}
    </Dialog>
  );
}

function LinkField({ link }: { link: string }) {
  const t = useTranslations("client.team.link");
  const { copied, copy } = useCopy(link);
  return (
    <div className="flex items-stretch gap-2">
      <input
        readOnly
        aria-label={t("field")}
        value={link}
        onFocus={(event) => event.currentTarget.select()}
        className="field-control h-8 min-w-0 flex-1 px-2.5 font-mono text-xs"
      />
      <Button onClick={copy}>
        {copied ? <Icon name="check" /> : <Icon name="copy" />}
        {copied ? t("copied") : t("copy")}
      </Button>
    </div>
  );
}
