"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useTransition } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Label } from "@/components/ui/label";
import { type TemplateChoice, templateOptions } from "../_view/template-options";

export interface ComparePickerProps {
  choices: readonly TemplateChoice[];
  from: string;
  to: string;
}

/** Chooses the two versions; which ones is in the address. */
export function ComparePicker({ choices, from, to }: ComparePickerProps) {
  const t = useTranslations("client.adminTemplates");
  const router = useRouter();
  const id = useId();
  const [isPending, startTransition] = useTransition();
  const show = (first: string, second: string) =>
    startTransition(() => router.push(`/admin/templates/compare?from=${first}&to=${second}`));
  const options = templateOptions(t, choices);
  return (
    <div
      className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] sm:max-w-3xl"
      aria-busy={isPending}
    >
      <div className="flex min-w-0 flex-col gap-1.5">
        <Label htmlFor={`${id}-from`}>{t("compare.first")}</Label>
        <Combobox
          id={`${id}-from`}
          options={options}
          value={from}
          clearable={false}
          onValueChange={(value) => value && show(value, to)}
        />
      </div>
      <IconButton label={t("compare.swap")} onClick={() => show(to, from)}>
        <Icon name="arrow-left-right" />
      </IconButton>
      <div className="flex min-w-0 flex-col gap-1.5">
        <Label htmlFor={`${id}-to`}>{t("compare.second")}</Label>
        <Combobox
          id={`${id}-to`}
          options={options}
          value={to}
          clearable={false}
          onValueChange={(value) => value && show(from, value)}
        />
      </div>
    </div>
  );
}
