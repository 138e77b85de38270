"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Timestamp } from "@/components/ui/timestamp";
import type { SecondFactorState } from "@/lib/auth/own-security";
import { removeSecondFactorAction, replaceRecoveryCodesAction } from "./actions";
import { EnrolDialog } from "./enrol-dialog";
import { ProofDialog } from "./proof-dialog";
import { RecoveryCodesDialog } from "./recovery-codes-dialog";

/** Recovery codes that are left, from which on the page urges to make new ones. */
const FEW = 3;

export interface SecondFactorCardProps {
  state: SecondFactorState;
  timeZone: string;
  /** Where the person comes from, who cannot go on without it. */
  next: string | null;
}

/** The authenticator app: set it up, make new recovery codes, take it away. */
export function SecondFactorCard({ state, timeZone, next }: SecondFactorCardProps) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { on_since, recovery_codes_left: left, has_password } = state;

  function done() {
    setCodes(null);
    if (next) window.location.assign(next);
  }

  return (
    <Card
      title="Two-step sign-in"
      description="A code of an authenticator app on your phone, besides the password"
      actions={<Badge tone={on_since ? "success" : "neutral"}>{on_since ? "On" : "Off"}</Badge>}
    >
      {on_since ? (
        <div className="flex flex-col gap-4">
          <p>
            On since <Timestamp value={on_since} timeZone={timeZone} zoneShown />.{" "}
            <span className={left <= FEW ? "text-warning-text" : "text-muted-foreground"}>
              {left === 1 ? "One recovery code is left." : `${left} recovery codes are left.`}
              {left <= FEW && " Make new ones before you need them."}
            </span>
          </p>
          <div className="flex flex-wrap gap-2">
            <ProofDialog
              trigger={<Button>New recovery codes</Button>}
              title="Make new recovery codes"
              description="The ones that you have now serve no more."
              submitLabel="Make new codes"
              hasPassword={has_password}
              action={replaceRecoveryCodesAction}
              onSuccess={({ recovery_codes }) => setCodes(recovery_codes)}
            />
            <ProofDialog
              trigger={<Button variant="danger-outline">Switch off</Button>}
              title="Switch off two-step sign-in"
              description="Your password alone will be enough to sign in. Tenants that demand two steps will not let you in."
              submitLabel="Switch off"
              tone="danger"
              hasPassword={has_password}
              action={removeSecondFactorAction}
            />
          </div>
        </div>
      ) : (
        <div className="flex flex-col items-start gap-3">
          <p className="text-muted-foreground">
            Whoever learns your password still cannot sign in. You need an app such as Google Authenticator, 1Password,
            Bitwarden or Aegis.
          </p>
          <EnrolDialog hasPassword={has_password} onDone={setCodes} />
        </div>
      )}
      <RecoveryCodesDialog codes={codes} onDone={done} />
    </Card>
  );
}
