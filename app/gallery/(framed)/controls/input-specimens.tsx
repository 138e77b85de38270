"use client";

import { useState } from "react";
import { MoneyInput } from "@/components/form/money-input";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { LONG_NAME } from "../../sample";
import { Specimen } from "../../specimen";

export function InputSpecimens() {
  const [amount, setAmount] = useState<number | null>(125_050);
  return (
    <>
      <Specimen of="Label">
        <div className="flex flex-col gap-1.5">
          <Label htmlFor="labelled">Reference</Label>
          <Input id="labelled" defaultValue="A-2026-17" />
        </div>
      </Specimen>
      <Specimen of="Input" state="empty">
        <Input aria-label="Reference" placeholder="A-2026-17" />
      </Specimen>
      <Specimen of="Input" state="long text">
        <Input aria-label="Long name" defaultValue={LONG_NAME} />
      </Specimen>
      <Specimen of="Input" state="invalid">
        <Input aria-label="E-mail" defaultValue="not an e-mail" aria-invalid />
      </Specimen>
      <Specimen of="Input" state="disabled">
        <Input aria-label="Fixed" defaultValue="A-2026-17" disabled />
      </Specimen>
      <Specimen of="Input" state="focused" steps={[{ do: "focus", on: "input" }]}>
        <Input aria-label="Focused" defaultValue="A-2026-17" />
      </Specimen>
      <Specimen of="Textarea">
        <Textarea aria-label="Note" defaultValue={`${LONG_NAME}\n\nasks for the invoice on paper.`} />
      </Specimen>
      <Specimen of="Textarea" state="invalid and disabled">
        <div className="flex flex-col gap-2">
          <Textarea aria-label="Wrong note" aria-invalid />
          <Textarea aria-label="Fixed note" defaultValue="Paid in cash." disabled />
        </div>
      </Specimen>
      <Specimen of="MoneyInput">
        <MoneyInput label="Amount" value={amount} onChange={setAmount} currency="EUR" />
      </Specimen>
      <Specimen of="MoneyInput" state="three decimals, none, disabled">
        <div className="flex flex-col gap-2">
          <MoneyInput label="In dinar" value={1_234_500} onChange={() => {}} currency="KWD" />
          <MoneyInput label="In yen" value={125_000} onChange={() => {}} currency="JPY" />
          <MoneyInput label="Fixed" value={125_000} onChange={() => {}} currency="EUR" disabled />
        </div>
      </Specimen>
      <Specimen of="MoneyInput" state="invalid" steps={[{ do: "fill", on: "input", text: "12,345,6" }]}>
        <MoneyInput label="Wrong amount" value={null} onChange={() => {}} currency="EUR" placeholder="0.00" />
      </Specimen>
    </>
  );
}
