import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { fieldText, type Moments } from "./moments";

export interface MomentFormProps extends Moments {
  /** Address of the page. */
  path: string;
  timeZone: string;
}

/** Asks for the two moments; a form that works by its address alone, so that a look at the past can be sent to somebody. */
export function MomentForm({ at, to, path, timeZone }: MomentFormProps) {
  const t = useTranslations("server.versions.moments");
  return (
    <form action={path} className="flex flex-wrap items-end gap-3">
      <div className="flex flex-col gap-1">
        <Label htmlFor="moment-at">{t("at")}</Label>
        <Input
          key={at}
          id="moment-at"
          type="datetime-local"
          step={1}
          name="at"
          required
          defaultValue={fieldText(at, timeZone)}
          className="w-60"
        />
      </div>
      <div className="flex flex-col gap-1">
        <Label htmlFor="moment-to">{t("to")}</Label>
        <Input
          key={to}
          id="moment-to"
          type="datetime-local"
          step={1}
          name="to"
          defaultValue={to ? fieldText(to, timeZone) : ""}
          className="w-60"
        />
      </div>
      <Button type="submit" variant="primary">
        {t("show")}
      </Button>
      {to && <ButtonLink href={`${path}?at=${encodeURIComponent(at)}`}>{t("withNow")}</ButtonLink>}
    </form>
  );
}
