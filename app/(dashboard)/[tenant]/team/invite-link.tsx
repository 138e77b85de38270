import { UserPlus } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import type { MemberActor } from "@/lib/actor";
import { Permitted } from "../permitted";

/** Leads those who may invite to the form. */
export function InviteLink({ actor, path }: { actor: MemberActor; path: string }) {
  return (
    <Permitted actor={actor} permission="members:write">
      <ButtonLink href={`${path}/invite`} variant="primary">
        <UserPlus aria-hidden /> Invite
      </ButtonLink>
    </Permitted>
  );
}
