"use client";

import { type FieldValues, useController } from "react-hook-form";
import { CheckboxGroupField } from "@/components/form/choice-fields";
import type { FieldProps } from "@/components/form/use-field";
import { Button } from "@/components/ui/button";
import type { Permission } from "@/lib/permissions";
import { permissionGroups, readOnly } from "../scopes";

export interface PermissionsFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  /** What can be given; the rest is shown, and cannot be chosen. */
  held: readonly Permission[];
}

const GROUPS = permissionGroups();

/** The permissions of a key under the resource they are about, with two common choices. */
export function PermissionsField<Values extends FieldValues, Output>(props: PermissionsFieldProps<Values, Output>) {
  const { held } = props;
  const { field } = useController({ control: props.control, name: props.name });
  const groups = GROUPS.map(({ label, permissions }) => ({
    label,
    options: permissions.map(({ name, meaning }) => ({
      value: name,
      label: name,
      hint: held.includes(name) ? meaning : `${meaning}. You do not hold it, so you cannot give it.`,
      disabled: !held.includes(name),
    })),
  }));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-muted-foreground text-xs">Permissions to start from</span>
        <Button size="sm" onClick={() => field.onChange(readOnly(held))}>
          Read only
        </Button>
        <Button size="sm" onClick={() => field.onChange([...held])}>
          All that I hold
        </Button>
        <Button size="sm" onClick={() => field.onChange([])}>
          None
        </Button>
      </div>
      <CheckboxGroupField {...props} groups={groups} columns={2} />
    </div>
  );
}
