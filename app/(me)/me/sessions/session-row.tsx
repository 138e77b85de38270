import { type LucideIcon, Monitor, Smartphone, Tablet, Terminal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useNames } from "@/components/locale/use-names";
import { useSentence } from "@/components/locale/use-sentence";
import { Timestamp } from "@/components/ui/timestamp";
import { findCountry } from "@/lib/countries";
import type { NamesInLanguage } from "@/lib/messages/names";
import type { Texts } from "@/lib/messages/texts";
import type { Session } from "@/lib/sessions/schema";
import { deviceText } from "@/lib/user-agent";

const ICONS: Record<NonNullable<Session["device"]["kind"]>, LucideIcon> = {
  computer: Monitor,
  phone: Smartphone,
  tablet: Tablet,
  program: Terminal,
};

export interface SessionRowProps {
  session: Pick<
    Session,
    "device" | "user_agent" | "ip_address" | "network" | "country" | "created_at" | "last_seen_at"
  >;
  timeZone: string;
  /** Beside the device. */
  badge?: ReactNode;
  /** What ends it. */
  children: ReactNode;
}

/** One sign-in: device, place, times, and its end. */
export function SessionRow({ session, timeZone, badge, children }: SessionRowProps) {
  const t = useTranslations("client.me.sessions");
  const sentence = useSentence();
  const names = useNames();
  const { device, ip_address } = session;
  const place = placeText(t, names, session);
  const Icon = ICONS[device.kind ?? "computer"];
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <Icon className="mt-0.5 size-5 shrink-0 text-muted-foreground" aria-hidden />
      <div className="min-w-0 flex-1 basis-52">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <span title={session.user_agent ?? undefined}>{sentence(deviceText(device))}</span>
          {badge}
        </p>
        <p className="text-muted-foreground">
          {ip_address ? (
            <>
              <span className="font-mono text-xs">{ip_address}</span>
              {place && ` (${place})`}
            </>
          ) : (
            t("noAddress")
          )}
        </p>
        <p className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-muted-foreground text-xs">
          <span>
            {t.rich("signedIn", {
              time: () => <Timestamp value={session.created_at} timeZone={timeZone} zoneShown />,
            })}
          </span>
          <span>
            {t.rich("lastUsed", {
              time: () => <Timestamp value={session.last_seen_at} timeZone={timeZone} zoneShown />,
            })}
          </span>
        </p>
      </div>
      {children}
    </li>
  );
}

/** Where the address is registered, or else what kind of network it is in. */
function placeText(
  t: Texts<"client.me.sessions">,
  names: NamesInLanguage,
  { country, network }: Pick<Session, "country" | "network">,
): string | null {
  if (country) return names.country(country, findCountry(country)?.name ?? country);
  return network && t(`networks.${network}`);
}
