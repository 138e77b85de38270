"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { AccessPreview } from "@/lib/access/preview";
import type { AccessDraft } from "@/lib/access/schema";
import type { ActionResult } from "@/lib/http/action-result";
import { PERMISSIONS } from "@/lib/permissions";
import { previewAccessAction } from "./actions";
import { ViewAsButton } from "./view-as-button";

export interface PreviewButtonProps {
  tenantSlug: string;
  /** What the form holds when the button is pressed. */
  draft: () => AccessDraft;
}

/** Before roles or a restriction are saved: what they come to, and the dashboard as it would look. */
export function PreviewButton({ tenantSlug, draft }: PreviewButtonProps) {
  const t = useTranslations("client.access.preview");
  const sentence = useSentence();
  const [result, setResult] = useState<ActionResult<AccessPreview> | null>(null);

  async function load(isOpen: boolean) {
    setResult(null);
    if (isOpen) setResult(await previewAccessAction(tenantSlug, draft()));
  }

  return (
    <Dialog onOpenChange={load}>
      <DialogTrigger render={<Button />}>{t("button")}</DialogTrigger>
      <DialogContent title={t("title")} description={t("help")}>
        {!result && <Skeleton className="h-32 w-full" />}
        {result && !result.ok && (
          <Alert tone="danger" requestId={result.error.requestId}>
            {sentence(result.error.message)}
          </Alert>
        )}
        {result?.ok && (
          <>
            <PreviewFacts preview={result.data} />
            <div className="mt-5 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
              <DialogClose render={<Button />}>{t("close")}</DialogClose>
              <ViewAsButton tenantSlug={tenantSlug} subject={() => ({ draft: draft() })} label={t("lookAround")} />
            </div>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}

function PreviewFacts({ preview }: { preview: AccessPreview }) {
  const t = useTranslations("client.access.preview");
  const sentence = useSentence();
  const { permissions, not_held, accounts, lists } = preview;
  return (
    <div className="flex flex-col gap-4">
      <DescriptionList columns={2}>
        <DescriptionItem term={t("reach")}>
          {accounts === null ? t("allAccounts") : t("accountCount", { count: accounts })}
        </DescriptionItem>
        {lists.map(({ list, count, is_capped }) => (
          <DescriptionItem key={list} term={t(`lists.${list}`)}>
            {is_capped ? t("moreThan", { count }) : count}
          </DescriptionItem>
        ))}
      </DescriptionList>
      {permissions.length === 0 ? (
        <Alert tone="warning">{t("nothing")}</Alert>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <ul aria-label={t("permissions")} tabIndex={0} className="max-h-56 overflow-y-auto rounded-md border p-3">
          {permissions.map((name) => (
            <li key={name} className="py-0.5">
              <code className="font-mono text-xs">{name}</code>{" "}
              <span className="text-muted-foreground text-xs">{sentence(PERMISSIONS[name])}</span>
            </li>
          ))}
        </ul>
      )}
      {not_held.length > 0 && <Alert tone="warning">{t("notHeld", { names: not_held.join(", ") })}</Alert>}
    </div>
  );
}
