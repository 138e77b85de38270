"use client";

import { useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import { ACCOUNT_OPTIONS, CURRENCY_OPTIONS } from "../../sample";
import { Specimen } from "../../specimen";

export function PickerSpecimens() {
  const [currency, setCurrency] = useState<string | null>("EUR");
  const chosen = { options: CURRENCY_OPTIONS, value: currency, onValueChange: setCurrency };
  const empty = { options: ACCOUNT_OPTIONS, value: null, onValueChange: () => {} };
  return (
    <>
      <Specimen of="Select">
        <div className="flex flex-col gap-2">
          <Select aria-label="Currency" {...chosen} />
          <Select aria-label="Small" size="sm" {...chosen} />
          <Select aria-label="Nothing chosen" {...empty} placeholder="Choose an account" />
        </div>
      </Specimen>
      <Specimen of="Select" state="disabled and invalid">
        <div className="flex flex-col gap-2">
          <Select aria-label="Fixed" {...chosen} disabled />
          <Select aria-label="Wrong" {...empty} aria-invalid />
        </div>
      </Specimen>
      <Specimen of="Select" state="open" steps={[{ do: "click", on: "role=combobox" }]} shows="role=option">
        <Select aria-label="Opened currency" {...chosen} />
      </Specimen>
      <Specimen of="Combobox">
        <div className="flex flex-col gap-2">
          <Combobox aria-label="Found currency" {...chosen} />
          <Combobox aria-label="Not clearable" {...chosen} clearable={false} />
          <Combobox aria-label="No account" {...empty} />
        </div>
      </Specimen>
      <Specimen of="Combobox" state="disabled and invalid">
        <div className="flex flex-col gap-2">
          <Combobox aria-label="Fixed account" {...chosen} disabled />
          <Combobox aria-label="Wrong account" {...empty} aria-invalid />
        </div>
      </Specimen>
      <Specimen of="Combobox" state="open" steps={[{ do: "click", on: "role=combobox" }]} shows="role=option">
        <Combobox aria-label="Opened account" {...empty} />
      </Specimen>
      <Specimen
        of="Combobox"
        state="nothing found"
        steps={[
          { do: "click", on: "role=combobox" },
          { do: "fill", on: "[role=dialog] input", text: "zeppelin" },
        ]}
        shows="text=Nothing matches"
      >
        <Combobox aria-label="Unknown account" {...empty} />
      </Specimen>
    </>
  );
}
