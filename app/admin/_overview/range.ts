import type { SearchParams } from "@/lib/http/page";
import { type PlatformTotalsInput, platformTotalsInput, TOTALS_RANGES } from "@/lib/platform-totals/schema";

/** What the address asks for; what is wrong in it is left out. */
export function readRange(searchParams: SearchParams): PlatformTotalsInput {
  const { days, currency } = searchParams;
  const parsed = platformTotalsInput.safeParse({ ...(days && { days }), ...(currency && { currency }) });
  return parsed.success ? parsed.data : platformTotalsInput.parse({});
}

/** The overview with another range or currency. */
export function overviewHref({ days, currency }: PlatformTotalsInput): string {
  const parameters = new URLSearchParams({
    ...(days !== TOTALS_RANGES[0] && { days: String(days) }),
    ...(currency && { currency }),
  });
  return parameters.size > 0 ? `/admin?${parameters}` : "/admin";
}
