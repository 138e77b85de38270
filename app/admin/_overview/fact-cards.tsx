import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import type { PlatformTotals } from "@/lib/platform-totals/schema";

/** Failed mails are counted so far. */
const MAIL_CAP = 1000;

/** How the platform is, in numbers that lead to what they count. */
export function FactCards({ totals: { tenants, mails_failed, jobs_failed } }: { totals: PlatformTotals }) {
  const t = useTranslations("server.platform");
  const cards = [
    {
      label: t("facts.active"),
      hint: t("facts.activeHint"),
      count: tenants.active,
      href: "/admin/tenants?status=active",
    },
    {
      label: t("facts.suspended"),
      hint: t("facts.suspendedHint"),
      count: tenants.suspended,
      href: "/admin/tenants?status=suspended",
      tone: "text-warning-text",
    },
    {
      label: t("facts.mails"),
      hint: t("facts.mailsHint"),
      count: mails_failed,
      isCapped: mails_failed >= MAIL_CAP,
      href: "/admin/mail?status=failed",
      tone: "text-danger-text",
    },
    {
      label: t("facts.jobs"),
      hint: t("facts.jobsHint"),
      count: jobs_failed,
      href: "/admin/system/jobs?state=failed",
      tone: "text-danger-text",
    },
  ];
  return (
    <ul className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
      {cards.map(({ label, hint, count, isCapped, href, tone }) => (
        <li key={label} className="relative rounded-lg border bg-surface p-3 hover:bg-surface-muted/60 sm:p-4">
          <Link href={href} className="text-muted-foreground after:absolute after:inset-0">
            {label}
          </Link>
          <p className={cn("mt-1 font-semibold text-xl tabular-nums", count > 0 && tone)}>
            {isCapped ? t("facts.capped", { cap: MAIL_CAP }) : t("overview.value", { value: count })}
          </p>
          <p className="text-muted-foreground text-xs">{hint}</p>
        </li>
      ))}
    </ul>
  );
}
