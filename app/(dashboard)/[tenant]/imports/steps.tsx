import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { cn } from "@/lib/cn";

const STEPS = ["upload", "columns", "check", "import"] as const;
export type Step = (typeof STEPS)[number];

/** Where somebody is on the way from a file to records. */
export function Steps({ current, isDone = false }: { current: Step; isDone?: boolean }) {
  const t = useTranslations("server.imports.steps");
  const at = STEPS.indexOf(current);
  return (
    <ol aria-label={t("label")} className="mb-4 flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {STEPS.map((step, index) => {
        const isPast = index < at || isDone;
        const isCurrent = index === at && !isDone;
        return (
          <li
            key={step}
            aria-current={isCurrent ? "step" : undefined}
            className={cn("flex items-center gap-2", isCurrent ? "font-medium" : "text-muted-foreground")}
          >
            <span
              className={cn(
                "flex size-5 items-center justify-center rounded-full border text-xs tabular-nums",
                isCurrent && "border-primary bg-primary text-primary-foreground",
              )}
            >
              {isPast ? <Icon name="check" className="size-3" /> : index + 1}
            </span>
            {t(step)}
            {isPast && <span className="sr-only">{t("done")}</span>}
          </li>
        );
      })}
    </ol>
  );
}
