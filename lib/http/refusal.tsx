import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { ButtonLink } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import type { Texts } from "@/lib/messages/texts";
import type { Giver } from "../access/givers";
import type { AppError } from "../errors";
import { isPermission, PERMISSIONS, type Permission } from "../permissions";

/** The permission for want of which something was refused, if it was. */
export function missingPermission(error: AppError): Permission | null {
  const name = error.code === "forbidden" ? error.data?.permission : undefined;
  return name !== undefined && isPermission(name) ? name : null;
}

export interface RefusalProps {
  error: AppError;
  requestId: string;
  /** Members who could give the missing permission. */
  givers: readonly Giver[];
  /** Whom somebody looks at this as, if so. */
  viewedAs: string | undefined;
  /** A platform admin looks at this on a visit. */
  isVisit?: boolean;
}

/** Stands in the place of a page that is refused: what is missing, in words and by name, and who can give it. */
export function Refusal({ error, requestId, givers, viewedAs, isVisit = false }: RefusalProps) {
  const t = useTranslations("server.refusal");
  const sentence = useSentence();
  const permission = missingPermission(error);
  const closed = closedTitle(error);
  const title = t(`title.${closed ?? (error.code === "forbidden" ? refusedTitle(viewedAs, isVisit) : "notLoaded")}`, {
    name: sentence(viewedAs ?? ""),
  });
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <ErrorState
        title={title}
        description={
          permission ? (
            <>
              {t.rich("missing", {
                permission,
                words: sentence(PERMISSIONS[permission]),
                code: (chunks) => <code className="font-mono">{chunks}</code>,
              })}{" "}
              {!viewedAs && !isVisit && whomToAsk(t, givers)}
            </>
          ) : closed ? (
            whyClosed(t, sentence(error.message), title)
          ) : (
            sentence(error.message)
          )
        }
        requestId={requestId}
        action={closed && <ButtonLink href="/me">{t("others")}</ButtonLink>}
      />
    </>
  );
}

/** With whom to ask, and the reason where it says more than the title. */
function whyClosed(t: Texts<"server.refusal">, reason: string, title: string): string {
  return reason === title ? t("askSupport") : t("closed", { reason });
}

/** What the platform has closed to everybody in a tenant, if that is why. */
function closedTitle({ code, data }: AppError): "suspended" | "dashboardOff" | "switchedOff" | null {
  if (data?.tenant === "suspended") return "suspended";
  if (code !== "switched_off") return null;
  return data?.switch === "dashboard" ? "dashboardOff" : "switchedOff";
}

function refusedTitle(viewedAs: string | undefined, isVisit: boolean): "person" | "visit" | "you" {
  return viewedAs ? "person" : isVisit ? "visit" : "you";
}

function whomToAsk(t: Texts<"server.refusal">, givers: readonly Giver[]): string {
  const names = givers.map(({ name }) => name);
  const [last] = names.slice(-1);
  if (last === undefined) return t("askNobody");
  return names.length === 1
    ? t("askOne", { name: last })
    : t("askSeveral", { names: names.slice(0, -1).join(", "), last });
}
