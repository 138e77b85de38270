import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FoundInvitation } from "@/lib/auth/accept-invitation";

interface Reason {
  title: string;
  text: string;
}

const UNKNOWN: Reason = {
  title: "This link leads to no invitation",
  text: "It may have been cut off, or a newer link has taken its place: look for the latest mail, or ask for a new one.",
};

const REASONS: Readonly<Record<Exclude<FoundInvitation["state"], "open">, (tenant: string) => Reason>> = {
  accepted: (tenant) => ({
    title: "This invitation was accepted already",
    text: `If that was you, sign in: ${tenant} is there.`,
  }),
  revoked: (tenant) => ({
    title: "This invitation was taken back",
    text: `If you think that is a mistake, ask whoever invited you to ${tenant}.`,
  }),
  expired: (tenant) => ({
    title: "This invitation has expired",
    text: `Ask whoever invited you to ${tenant} to send it again: that takes one click.`,
  }),
  suspended: (tenant) => ({
    title: `${tenant} is suspended at the moment`,
    text: "Nobody can join it until that is over. The link serves again then, if it has not expired.",
  }),
  void: (tenant) => ({
    title: "This invitation is no longer valid",
    text: `Whoever invited you to ${tenant} could not give you these rights any more. Ask for a new invitation.`,
  }),
};

export interface ClosedInvitationProps {
  /** Null for a link that nobody sent. */
  invitation: Pick<FoundInvitation, "state" | "tenant_name"> | null;
  isSignedIn: boolean;
}

/** Why a link cannot be used, and what to do about it. */
export function ClosedInvitation({ invitation, isSignedIn }: ClosedInvitationProps) {
  const { title, text } =
    invitation && invitation.state !== "open" ? REASONS[invitation.state](invitation.tenant_name) : UNKNOWN;
  return (
    <>
      <h1 className="text-center font-semibold text-xl">{title}</h1>
      <Card className="w-full max-w-md">
        <div className="flex flex-col gap-4">
          <p>{text}</p>
          <ButtonLink href={isSignedIn ? "/" : "/sign-in"} variant="primary" size="lg">
            {isSignedIn ? "Continue to Bulkhead" : "Sign in"}
          </ButtonLink>
        </div>
      </Card>
    </>
  );
}
