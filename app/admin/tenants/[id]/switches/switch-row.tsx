"use client";

import { useTranslations } from "next-intl";
import { ReasonDialog } from "@/components/form/reason-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantSwitch } from "@/lib/tenant-switches/schema";
import { setTenantSwitchAction } from "./actions";

export interface SwitchRowProps {
  tenant: { id: string; name: string };
  state: TenantSwitch;
  timeZone: string;
}

/** One switch: what it is for, how it stands, and the button that turns it. */
export function SwitchRow({ tenant, state, timeZone }: SwitchRowProps) {
  const t = useTranslations("client.adminTenants");
  const { name, is_on: isOn } = state;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <h3 className="flex flex-wrap items-center gap-2 font-medium">
          {t(`switchLabels.${name}`)}{" "}
          <Badge tone={isOn ? "success" : "danger"}>{isOn ? t("switches.isOn") : t("switches.isOff")}</Badge>
        </h3>
        <p className="text-muted-foreground text-xs">{t(`switchUses.${name}`)}</p>
        {state.switched_off_at && (
          <div className="mt-1.5 text-sm">
            <p className="whitespace-pre-line break-words">{state.reason}</p>
            <p className="mt-0.5 text-muted-foreground text-xs">
              {state.switched_off_by?.name ?? t("switches.operator")} ·{" "}
              <Timestamp value={state.switched_off_at} timeZone={timeZone} />
            </p>
          </div>
        )}
      </div>
      <ReasonDialog
        trigger={
          <Button
            size="sm"
            variant={isOn ? "danger-outline" : undefined}
            aria-label={t(isOn ? "switches.nameOff" : "switches.nameOn", { switch: name })}
          >
            {isOn ? t("switches.off") : t("switches.on")}
          </Button>
        }
        title={t(isOn ? "switches.titleOff" : "switches.titleOn", { switch: name, tenant: tenant.name })}
        description={isOn ? t(`switchConsequences.${name}`) : t("switches.onHelp")}
        confirmLabel={t(isOn ? "switches.nameOff" : "switches.nameOn", { switch: name })}
        tone={isOn ? "danger" : "primary"}
        doneMessage={isOn ? t("switches.doneOff") : t("switches.doneOn")}
        readBy={t("switches.readBy")}
        action={(reason) => setTenantSwitchAction({ id: tenant.id, switch: name, on: !isOn, reason })}
      />
    </li>
  );
}
