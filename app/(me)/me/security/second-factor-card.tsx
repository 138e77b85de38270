"use client";

import { useTranslations } from "next-intl";
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
  const t = useTranslations("client.me.factor");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { on_since, recovery_codes_left: left, has_password } = state;

  function done() {
    setCodes(null);
    if (next) window.location.assign(next);
  }

  return (
    <Card
      title={t("title")}
      description={t("help")}
      actions={<Badge tone={on_since ? "success" : "neutral"}>{on_since ? t("on") : t("off")}</Badge>}
    >
      {on_since ? (
        <div className="flex flex-col gap-4">
          <p>
            {t.rich("onSince", {
              time: () => <Timestamp value={on_since} timeZone={timeZone} zoneShown />,
            })}{" "}
            <span className={left <= FEW ? "text-warning-text" : "text-muted-foreground"}>
              {t(left <= FEW ? "fewCodesLeft" : "codesLeft", { count: left })}
            </span>
          </p>
          <div className="flex flex-wrap gap-2">
            <ProofDialog
              trigger={<Button>{t("newCodes")}</Button>}
              title={t("newCodesTitle")}
              description={t("newCodesHelp")}
              submitLabel={t("newCodesSubmit")}
              hasPassword={has_password}
              action={replaceRecoveryCodesAction}
              onSuccess={({ recovery_codes }) => setCodes(recovery_codes)}
            />
            <ProofDialog
              trigger={<Button variant="danger-outline">{t("switchOff")}</Button>}
              title={t("switchOffTitle")}
              description={t("switchOffHelp")}
              submitLabel={t("switchOff")}
              tone="danger"
              hasPassword={has_password}
              action={removeSecondFactorAction}
            />
          </div>
        </div>
      ) : (
        <div className="flex flex-col items-start gap-3">
          <p className="text-muted-foreground">{t("why")}</p>
          <EnrolDialog hasPassword={has_password} onDone={setCodes} />
        </div>
      )}
      <RecoveryCodesDialog codes={codes} onDone={done} />
    </Card>
  );
}
