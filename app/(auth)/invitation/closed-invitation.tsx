import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FoundInvitation } from "@/lib/auth/accept-invitation";

export interface ClosedInvitationProps {
  /** Null for a link that nobody sent. */
  invitation: Pick<FoundInvitation, "state" | "tenant_name"> | null;
  isSignedIn: boolean;
}

/** Why a link cannot be used, and what to do about it. */
export function ClosedInvitation({ invitation, isSignedIn }: ClosedInvitationProps) {
  const t = useTranslations("server.signIn");
  const why = invitation && invitation.state !== "open" ? invitation.state : "unknown";
  const tenant = invitation?.tenant_name ?? "";
  return (
    <>
      <h1 className="text-center font-semibold text-xl">{t(`closed.${why}.title`, { tenant })}</h1>
      <Card className="w-full max-w-md">
        <div className="flex flex-col gap-4">
          <p>{t(`closed.${why}.help`, { tenant })}</p>
          <ButtonLink href={isSignedIn ? "/" : "/sign-in"} variant="primary" size="lg">
            {isSignedIn ? t("closed.continue") : t("title")}
          </ButtonLink>
        </div>
      </Card>
    </>
  );
}
