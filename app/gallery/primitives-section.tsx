"use client";

import { Ban, Plus } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { CopyButton } from "@/components/ui/copy-button";
import { CopyableId } from "@/components/ui/copyable-id";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { Label } from "@/components/ui/label";
import { Money } from "@/components/ui/money";
import { Progress } from "@/components/ui/progress";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { Separator } from "@/components/ui/separator";
import { StatusBadge } from "@/components/ui/status-badge";
import { Switch } from "@/components/ui/switch";
import { Timestamp } from "@/components/ui/timestamp";
import { CURRENCY_OPTIONS, STATUSES, TIME_ZONE } from "./sample";

const VARIANTS = ["primary", "secondary", "ghost", "danger", "danger-outline", "link"] as const;
const TONES = ["neutral", "accent", "success", "warning", "danger", "info"] as const;
const ROW = "flex flex-wrap items-center gap-2";
const MODES = [
  { value: "all", label: "All accounts" },
  { value: "some", label: "Chosen accounts", hint: "Lists and totals show these only" },
];

export function PrimitivesSection() {
  const [currency, setCurrency] = useState<string | null>("EUR");
  return (
    <Card title="Primitives">
      <div className="flex flex-col gap-4">
        <div className={ROW}>
          {VARIANTS.map((variant) => (
            <Button key={variant} variant={variant}>
              {variant}
            </Button>
          ))}
        </div>
        <div className={ROW}>
          <Button variant="primary" loading>
            Saving
          </Button>
          <Button disabled>Disabled</Button>
          <Button size="sm">
            <Plus aria-hidden /> Small
          </Button>
          <Button size="lg">Large</Button>
          <IconButton label="Cancel payment">
            <Ban aria-hidden />
          </IconButton>
          <Separator vertical />
          <Avatar name="Ann Lee" />
          <Avatar name="Harbour Hotels" square />
          <span className="inline-flex items-center gap-1">
            <Kbd>Ctrl</Kbd>
            <Kbd>K</Kbd>
          </span>
        </div>
        <div className={ROW}>
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </div>
        <div className={ROW}>
          {STATUSES.map((status) => (
            <StatusBadge key={status} status={status} />
          ))}
        </div>
        <div className="flex flex-col items-end gap-1">
          <Money amountMinor={1234550} currency="EUR" />
          <Money amountMinor={-99} currency="USD" />
          <Money amountMinor={125000} currency="JPY" />
          <Money amountMinor={1234500} currency="KWD" />
          <Money amountMinor={null} currency="EUR" />
        </div>
        <div className={ROW}>
          <Timestamp value="2026-11-20T13:05:09.123Z" timeZone={TIME_ZONE} />
          <Timestamp value="2026-11-20T13:05:09.123Z" timeZone={TIME_ZONE} style="second" zoneShown />
          <CopyableId id="019a3f5e-8a1c-7d2e-9b4f-3c5d7e9f1a2b" />
          <CopyButton text="ann@example.com" label="Copy e-mail" />
        </div>
        <CopyableId id="019a3f5e-8a1c-7d2e-9b4f-3c5d7e9f1a2b" full />
        <div className="grid gap-4 sm:grid-cols-2">
          <div className="flex flex-col gap-1.5">
            <Label htmlFor="gallery-reference">Reference</Label>
            <Input id="gallery-reference" placeholder="A-2026-17" />
          </div>
          <div className="flex flex-col gap-1.5">
            <Label htmlFor="gallery-invalid">Wrong</Label>
            <Input id="gallery-invalid" defaultValue="not an e-mail" aria-invalid />
          </div>
          <Select aria-label="Currency" options={CURRENCY_OPTIONS} value={currency} onValueChange={setCurrency} />
          <Combobox aria-label="Currency" options={CURRENCY_OPTIONS} value={currency} onValueChange={setCurrency} />
        </div>
        <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
          <RadioGroup aria-label="Access" options={MODES} defaultValue="all" />
          <span className={ROW}>
            <Checkbox aria-label="Off" />
            <Checkbox aria-label="On" defaultChecked />
            <Checkbox aria-label="Partly" indeterminate />
            <Checkbox aria-label="Fixed" disabled defaultChecked />
          </span>
          <span className={ROW}>
            <Switch aria-label="Off" />
            <Switch aria-label="On" defaultChecked />
          </span>
        </div>
        <Progress label="Importing bookings" value={64} />
      </div>
    </Card>
  );
}
