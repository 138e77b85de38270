"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { CheckboxGroupField } from "@/components/form/choice-fields";
import type { FieldProps } from "@/components/form/use-field";
import { useSentence } from "@/components/locale/use-sentence";
import { Button } from "@/components/ui/button";
import type { Permission } from "@/lib/permissions";
import { permissionGroups, readOnly } from "../scopes";

export interface PermissionsFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  /** What can be given; the rest is shown, and cannot be chosen. */
  held: readonly Permission[];
}

/** The permissions of a key under the resource they are about, with two common choices. */
export function PermissionsField<Values extends FieldValues, Output>(props: PermissionsFieldProps<Values, Output>) {
  const { held } = props;
  const t = useTranslations("client.apiKeys.permissionsField");
  const permissionTexts = useTranslations("client.permissions");
  const sentence = useSentence();
  const all = useMemo(() => permissionGroups(permissionTexts, sentence), [permissionTexts, sentence]);
  const { field } = useController({ control: props.control, name: props.name });
  const groups = all.map(({ label, permissions }) => ({
    label,
    options: permissions.map(({ name, meaning }) => ({
      value: name,
      label: meaning,
      hint: held.includes(name) ? name : t("notHeld", { name }),
      disabled: !held.includes(name),
    })),
  }));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-muted-foreground text-xs">{t("startFrom")}</span>
        <Button size="sm" onClick={() => field.onChange(readOnly(held))}>
          {t("readOnly")}
        </Button>
        <Button size="sm" onClick={() => field.onChange([...held])}>
          {t("allHeld")}
        </Button>
        <Button size="sm" onClick={() => field.onChange([])}>
          {t("none")}
        </Button>
      </div>
      <CheckboxGroupField {...props} groups={groups} columns={2} />
    </div>
  );
}
