"use client";

import { ReasonDialog } from "@/components/form/reason-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantSwitch } from "@/lib/tenant-switches/schema";
import { setTenantSwitchAction } from "./actions";
import { SWITCH_WORDS } from "./switch-words";

export interface SwitchRowProps {
  tenant: { id: string; name: string };
  state: TenantSwitch;
  timeZone: string;
}

/** One switch: what it is for, how it stands, and the button that turns it. */
export function SwitchRow({ tenant, state, timeZone }: SwitchRowProps) {
  const { label, description, consequence } = SWITCH_WORDS[state.name];
  const lower = label === "API" ? label : label.toLowerCase();
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <h3 className="flex flex-wrap items-center gap-2 font-medium">
          {label} <Badge tone={state.is_on ? "success" : "danger"}>{state.is_on ? "On" : "Off"}</Badge>
        </h3>
        <p className="text-muted-foreground text-xs">{description}</p>
        {state.switched_off_at && (
          <div className="mt-1.5 text-sm">
            <p className="whitespace-pre-line break-words">{state.reason}</p>
            <p className="mt-0.5 text-muted-foreground text-xs">
              {state.switched_off_by?.name ?? "An operator at the database"} ·{" "}
              <Timestamp value={state.switched_off_at} timeZone={timeZone} />
            </p>
          </div>
        )}
      </div>
      <ReasonDialog
        trigger={
          <Button
            size="sm"
            variant={state.is_on ? "danger-outline" : undefined}
            aria-label={`Switch ${lower} ${state.is_on ? "off" : "on"}`}
          >
            Switch {state.is_on ? "off" : "on"}
          </Button>
        }
        title={`Switch ${lower} ${state.is_on ? "off" : "on"} for ${tenant.name}?`}
        description={state.is_on ? consequence : "From the next request on it works again as before."}
        confirmLabel={`Switch ${lower} ${state.is_on ? "off" : "on"}`}
        tone={state.is_on ? "danger" : "primary"}
        doneMessage={`Switched ${state.is_on ? "off" : "on"}`}
        readBy="The tenant reads it: whoever is refused, and in its audit log"
        action={(reason) => setTenantSwitchAction({ id: tenant.id, switch: state.name, on: !state.is_on, reason })}
      />
    </li>
  );
}
