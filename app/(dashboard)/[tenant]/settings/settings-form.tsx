"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Control } from "react-hook-form";
import type { ZodType, z } from "zod";
import { Form } from "@/components/form/form";
import { type FormDefaults, useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { type UpdateTenantConfigInput, updateTenantConfigInput } from "@/lib/tenant-configs/schema";
import { SETTING_NAMES, type SettingName } from "@/lib/tenant-settings";
import { updateTenantConfigAction } from "./actions";
import { ownValues } from "./own-values";
import { SaveSettings } from "./save-settings";
import { SettingNote } from "./setting-note";
import { SettingRow } from "./setting-row";
import type { SettingsTabProps } from "./tab-data";

type Input = z.input<typeof updateTenantConfigInput>;

/** What the field of each setting is given. */
export interface SettingField {
  control: Control<Input, unknown, UpdateTenantConfigInput>;
  name: SettingName;
  label: string;
  disabled: boolean;
}

export interface SettingsFormProps extends SettingsTabProps {
  title: string;
  /** The tab's settings in their order, each with its field. Settings of other tabs are not sent, and so stay as they are. */
  fields: Partial<Record<SettingName, (field: SettingField) => ReactNode>>;
}

/** One tab of the settings: its fields, each with what counts and where that comes from. */
export function SettingsForm({ tenantSlug, config, roles, mayChange, title, fields }: SettingsFormProps) {
  const t = useTranslations("client.settings");
  const names = Object.keys(fields).filter(isSettingName);
  const form = useActionForm({
    ...shapeOf(names, ownValues(config)),
    action: (input) => updateTenantConfigAction(tenantSlug, input),
    onSuccess: () => toast.success(t("saved")),
  });
  const { control, methods } = form;
  const onReset = (name: SettingName) => (mayChange ? () => methods.setValue(name, null) : undefined);
  return (
    <Card title={title}>
      <Form form={form} className="gap-0">
        <div className="divide-y">
          {names.map((name) => (
            <SettingRow
              key={name}
              note={<SettingNote config={config} roles={roles} name={name} onReset={onReset(name)} />}
            >
              {fields[name]?.({ control, name, label: t(`names.${name}`), disabled: !mayChange })}
            </SettingRow>
          ))}
        </div>
        <SaveSettings form={form} mayChange={mayChange} />
      </Form>
    </Card>
  );
}

function isSettingName(name: string): name is SettingName {
  return (SETTING_NAMES as readonly string[]).includes(name);
}

/** Schema and values of these settings alone. Both have the types of the whole: every setting may be absent there. */
function shapeOf(names: readonly SettingName[], own: ReturnType<typeof ownValues>) {
  const fields = ["version" as const, ...names];
  // A mask that is made at run time: its type names what is always in it.
  const mask = Object.fromEntries(fields.map((name) => [name, true as const])) as { version: true };
  return {
    schema: updateTenantConfigInput.pick(mask) as unknown as ZodType<UpdateTenantConfigInput, Input>,
    defaultValues: Object.fromEntries(fields.map((name) => [name, own[name]])) as unknown as FormDefaults<Input>,
  };
}
