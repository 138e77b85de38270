import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { TimeFormatProvider } from "@/components/ui/time-format";
import { Timestamp } from "@/components/ui/timestamp";
import { findInvitation } from "@/lib/auth/accept-invitation";
import { type CurrentSession, currentSession } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { DEFAULT_TIME_FORMAT } from "@/lib/time";
import { AcceptChoices } from "./accept-choices";
import { ClosedInvitation } from "./closed-invitation";

// The address holds a secret: no other site and no search engine shall have it.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("server.signIn");
  return { title: t("invitation.title"), referrer: "no-referrer", robots: { index: false } };
}

export default async function InvitationPage({ searchParams }: PageProps<"/invitation">) {
  const [t, { token }] = await Promise.all([getTranslations("server.signIn"), searchParams]);
  const secret = typeof token === "string" && token.length <= 200 ? token : "";
  const [invitation, session] = await Promise.all([findInvitation(secret), sessionIfAny()]);
  if (invitation?.state !== "open") return <ClosedInvitation invitation={invitation} isSignedIn={session !== null} />;
  const { tenant_name, inviter_name, role_names, is_restricted, email, expires_at } = invitation;
  return (
    <>
      <h1 className="text-center font-semibold text-xl">{t("invitation.join", { tenant: tenant_name })}</h1>
      <Card className="w-full max-w-md">
        <div className="flex flex-col gap-4">
          <p>
            {t.rich("invitation.invites", {
              inviter: inviter_name ?? t("invitation.somebody"),
              email,
              tenant: tenant_name,
              roles: role_names.join(", ") || t("invitation.noRole"),
              reach: is_restricted ? "some" : "all",
              b: (chunks) => <strong className="break-words font-medium">{chunks}</strong>,
            })}
          </p>
          <AcceptChoices token={secret} invitation={invitation} person={session?.person ?? null} />
          <p className="text-muted-foreground text-xs">
            {t.rich("invitation.until", {
              time: () => (
                <TimeFormatProvider value={DEFAULT_TIME_FORMAT}>
                  <Timestamp value={expires_at.toISOString()} timeZone="UTC" zoneShown />
                </TimeFormatProvider>
              ),
            })}
          </p>
        </div>
      </Card>
    </>
  );
}

async function sessionIfAny(): Promise<CurrentSession | null> {
  try {
    return await currentSession();
  } catch (error) {
    if (error instanceof AppError && error.status === 401) return null;
    throw error;
  }
}
