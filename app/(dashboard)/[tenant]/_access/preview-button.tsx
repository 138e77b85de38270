"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { AccessPreview, ListName } from "@/lib/access/preview";
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

const LIST_NAMES: Readonly<Record<ListName, string>> = {
  accounts: "Accounts",
  payment_intents: "Payment intents",
  refunds: "Refunds",
  documents: "Documents",
  audit_logs: "Entries of the audit log",
};

/** Before roles or a restriction are saved: what they come to, and the dashboard as it would look. */
export function PreviewButton({ tenantSlug, draft }: PreviewButtonProps) {
  const [result, setResult] = useState<ActionResult<AccessPreview> | null>(null);

  async function load(isOpen: boolean) {
    setResult(null);
    if (isOpen) setResult(await previewAccessAction(tenantSlug, draft()));
  }

  return (
    <Dialog onOpenChange={load}>
      <DialogTrigger render={<Button />}>Preview</DialogTrigger>
      <DialogContent title="What this would come to" description="Nothing is saved yet.">
        {!result && <Skeleton className="h-32 w-full" />}
        {result && !result.ok && (
          <Alert tone="danger" requestId={result.error.requestId}>
            {result.error.message}
          </Alert>
        )}
        {result?.ok && (
          <>
            <PreviewFacts preview={result.data} />
            <div className="mt-5 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
              <DialogClose render={<Button />}>Close</DialogClose>
              <ViewAsButton tenantSlug={tenantSlug} subject={() => ({ draft: draft() })} label="Look around" />
            </div>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}

function PreviewFacts({ preview }: { preview: AccessPreview }) {
  const { permissions, not_held, accounts, lists } = preview;
  return (
    <div className="flex flex-col gap-4">
      <DescriptionList columns={2}>
        <DescriptionItem term="Reach">{accounts === null ? "All accounts" : `${accounts} accounts`}</DescriptionItem>
        {lists.map(({ list, count, is_capped }) => (
          <DescriptionItem key={list} term={LIST_NAMES[list]}>
            {is_capped ? `more than ${count}` : count}
          </DescriptionItem>
        ))}
      </DescriptionList>
      {permissions.length === 0 ? (
        <Alert tone="warning">Without a role nothing can be seen or done.</Alert>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <ul aria-label="Permissions" tabIndex={0} className="max-h-56 overflow-y-auto rounded-md border p-3">
          {permissions.map((name) => (
            <li key={name} className="py-0.5">
              <code className="font-mono text-xs">{name}</code>{" "}
              <span className="text-muted-foreground text-xs">{PERMISSIONS[name]}</span>
            </li>
          ))}
        </ul>
      )}
      {not_held.length > 0 && (
        <Alert tone="warning">
          You do not hold {not_held.join(", ")}: you can neither give that nor look through it.
        </Alert>
      )}
    </div>
  );
}
