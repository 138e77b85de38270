"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useTransition } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Label } from "@/components/ui/label";
import { type TemplateChoice, templateOptions } from "../../../templates/_view/template-options";

export interface VersionPickerProps {
  choices: readonly TemplateChoice[];
  chosen: string | null;
}

/** Chooses the version to preview; which one is in the address. */
export function VersionPicker({ choices, chosen }: VersionPickerProps) {
  const t = useTranslations("client.adminTenants");
  const templateTexts = useTranslations("client.adminTemplates");
  const router = useRouter();
  const pathname = usePathname();
  const id = useId();
  const [isPending, startTransition] = useTransition();
  return (
    <div className="flex max-w-md flex-col gap-1.5" aria-busy={isPending}>
      <Label htmlFor={id}>{t("versions.label")}</Label>
      <Combobox
        id={id}
        options={templateOptions(templateTexts, choices)}
        placeholder={t("versions.choose")}
        value={chosen}
        onValueChange={(value) =>
          startTransition(() => router.push(value ? `${pathname}?template=${value}` : pathname, { scroll: false }))
        }
      />
    </div>
  );
}
