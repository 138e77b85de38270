import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { FoundInvitation } from "@/lib/auth/accept-invitation";
import { signInPath } from "@/lib/auth/next-path";
import { AcceptButton } from "./accept-button";
import { NewPersonForm } from "./new-person-form";
import { OtherPerson } from "./other-person";

export interface AcceptChoicesProps {
  token: string;
  invitation: Pick<FoundInvitation, "email" | "full_name" | "tenant_name" | "has_person">;
  /** Who is signed in. */
  person: { email: string } | null;
}

/** What there is to do: one click for the right person, sign-in for somebody known, a form for somebody new. */
export function AcceptChoices({ token, invitation, person }: AcceptChoicesProps) {
  const t = useTranslations("client.signIn");
  const { email, full_name, tenant_name, has_person } = invitation;
  const path = `/invitation?token=${encodeURIComponent(token)}`;
  if (person && person.email.toLowerCase() !== email.toLowerCase())
    return <OtherPerson signedInAs={person.email} invited={email} next={path} />;
  if (person) return <AcceptButton token={token} tenantName={tenant_name} />;
  if (!has_person) return <NewPersonForm token={token} email={email} name={full_name ?? ""} tenantName={tenant_name} />;
  return (
    <ButtonLink href={signInPath(path)} variant="primary" size="lg">
      {t("invitation.signIn")}
    </ButtonLink>
  );
}
