import Link from "next/link";
import { cn } from "@/lib/cn";
import type { PlatformTotals } from "@/lib/platform-totals/schema";

const numbers = new Intl.NumberFormat("en");
/** Failed mails are counted so far. */
const MAIL_CAP = 1000;

/** How the platform is, in numbers that lead to what they count. */
export function FactCards({ totals: { tenants, mails_failed, jobs_failed } }: { totals: PlatformTotals }) {
  const cards = [
    { label: "Active tenants", hint: "may sign in", count: tenants.active, href: "/admin/tenants?status=active" },
    {
      label: "Suspended tenants",
      hint: "shut out until reactivated",
      count: tenants.suspended,
      href: "/admin/tenants?status=suspended",
      tone: "text-warning-text",
    },
    {
      label: "Mails failed",
      hint: "given up after several tries",
      count: mails_failed,
      href: "/admin/mail?status=failed",
      tone: "text-danger-text",
    },
    {
      label: "Jobs failed",
      hint: "wait for somebody to look",
      count: jobs_failed,
      href: "/admin/system/jobs?state=failed",
      tone: "text-danger-text",
    },
  ];
  return (
    <ul className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
      {cards.map(({ label, hint, count, href, tone }) => (
        <li key={label} className="relative rounded-lg border bg-surface p-3 hover:bg-surface-muted/60 sm:p-4">
          <Link href={href} className="text-muted-foreground after:absolute after:inset-0">
            {label}
          </Link>
          <p className={cn("mt-1 font-semibold text-xl tabular-nums", count > 0 && tone)}>
            {count >= MAIL_CAP && label === "Mails failed" ? "1,000+" : numbers.format(count)}
          </p>
          <p className="text-muted-foreground text-xs">{hint}</p>
        </li>
      ))}
    </ul>
  );
}
