import { CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { RequestId } from "./error-state";

const TONES = {
  info: { className: "bg-info-subtle text-info-text", icon: Info },
  success: { className: "bg-success-subtle text-success-text", icon: CircleCheck },
  warning: { className: "bg-warning-subtle text-warning-text", icon: TriangleAlert },
  danger: { className: "bg-danger-subtle text-danger-text", icon: TriangleAlert },
};

export interface AlertProps {
  tone?: keyof typeof TONES;
  title?: string;
  children?: ReactNode;
  requestId?: string;
  /** Announced at once by screen readers; for messages that appear after an action. */
  live?: boolean;
  className?: string;
}

/** A message above the content it is about. */
export function Alert({ tone = "info", title, children, requestId, live = false, className }: AlertProps) {
  const { className: toneClassName, icon: Icon } = TONES[tone];
  return (
    <div
      role={live ? "alert" : undefined}
      className={cn("flex gap-2.5 rounded-md px-3 py-2.5 text-sm", toneClassName, className)}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children}
        {requestId && (
          <p className="mt-0.5">
            <RequestId requestId={requestId} />
          </p>
        )}
      </div>
    </div>
  );
}
