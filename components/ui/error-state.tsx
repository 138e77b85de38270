import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button";
import { EmptyState } from "./empty-state";

/** The request id to quote to support, with a button that copies it. */
export function RequestId({ requestId }: { requestId: string }) {
  const t = useTranslations("client.ui");
  return (
    <span className="inline-flex items-center gap-1 text-xs">
      {/* One piece: as two, each would get a column of its own where there is little room. */}
      <span>
        {t.rich("requestId", {
          id: requestId,
          code: (chunks) => <code className="break-all font-mono">{chunks}</code>,
        })}
      </span>
      <CopyButton text={requestId} label={t("copyRequestId")} className="p-0.5 text-current" />
    </span>
  );
}

export interface ErrorStateProps {
  title?: string;
  description?: ReactNode;
  requestId?: string;
  /** Such as a button that tries again. */
  action?: ReactNode;
}

/** Stands where content should be when it could not be loaded. */
export function ErrorState({ title, description, requestId, action }: ErrorStateProps) {
  const t = useTranslations("client.ui");
  return (
    <div role="alert">
      <EmptyState
        icon={TriangleAlert}
        title={title ?? t("loadFailed")}
        description={
          <>
            <p>{description ?? t("loadFailedHelp")}</p>
            {requestId && (
              <p className="mt-2">
                <RequestId requestId={requestId} />
              </p>
            )}
          </>
        }
        action={action}
      />
    </div>
  );
}
