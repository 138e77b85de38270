import { useLocale, useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Card } from "@/components/ui/card";
import type { System } from "@/lib/system/schema";
import { countLabel } from "../figures";

/** The settings that bound what can be done, each with its name. */
export function LimitsCard({ limits }: { limits: System["limits"] }) {
  const t = useTranslations("server.adminSystem");
  const locale = useLocale();
  const sentence = useSentence();
  return (
    <Card title={t("limits.title")} description={t("limits.help")} className="xl:col-span-2">
      <dl className="grid gap-x-8 gap-y-2 text-sm lg:grid-cols-2">
        {limits.map(({ setting, meaning, value, unit }) => (
          <div key={setting} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-3 border-b pb-1.5">
            <dt className="min-w-0">
              {sentence(meaning)}
              <code className="block break-all text-2xs text-muted-foreground">{setting}</code>
            </dt>
            <dd className="text-end tabular-nums">
              {typeof value === "number" ? countLabel(locale, value) : sentence(value)} {sentence(unit)}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
