"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FieldValues } from "react-hook-form";
import { permissionGroups } from "@/app/(dashboard)/[tenant]/api-keys/scopes";
import { type FieldProps, useField } from "@/components/form/use-field";
import { useSentence } from "@/components/locale/use-sentence";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { PermissionMatrix } from "@/components/ui/permission-matrix";
import type { Permission } from "@/lib/permissions";
import { grantsAll, type TemplateRole } from "@/lib/templates/definition";
import { lineProblems } from "./messages";
import { Problems } from "./problems";

/** Names of the roles, and the matrix of what each may do. */
export function RolesField<Values extends FieldValues, Output>(props: FieldProps<Values, Output>) {
  const t = useTranslations("client.adminTemplates");
  const permissions = useTranslations("client.permissions");
  const sentence = useSentence();
  const groups = useMemo(() => permissionGroups(permissions, sentence), [permissions, sentence]);
  const { field, id } = useField(props);
  const problems = lineProblems(props.control.getFieldState(props.name).error);
  const roles: readonly TemplateRole[] = field.value ?? [];
  const nameOf = (index: number) => roles[index]?.name || t("roleLines.number", { number: index + 1 });
  const change = (index: number, part: Partial<TemplateRole>) =>
    field.onChange(roles.map((role, at) => (at === index ? { ...role, ...part } : role)));
  const toggle = (index: number, name: Permission, isHeld: boolean) => {
    const held = roles[index]?.permissions ?? [];
    change(index, { permissions: isHeld ? [...held, name] : held.filter((one) => one !== name) });
  };
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-3">
        {roles.map((role, index) => (
          <li
            // A role has no identity while its key is being typed.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,4fr)_auto]"
          >
            <Input
              aria-label={t("roleLines.name", { number: index + 1 })}
              placeholder={t("name")}
              value={role.name}
              onChange={(event) => change(index, { name: event.target.value })}
            />
            <Input
              aria-label={t("roleLines.key", { number: index + 1 })}
              // text-ok: a key as keys are written
              placeholder="key_of_the_role"
              className="font-mono"
              disabled={grantsAll(role.key)}
              value={role.key}
              onChange={(event) => change(index, { key: event.target.value })}
            />
            <Input
              aria-label={t("roleLines.description", { number: index + 1 })}
              placeholder={t("description")}
              className="max-sm:order-last max-sm:col-span-full"
              value={role.description ?? ""}
              onChange={(event) => change(index, { description: event.target.value })}
            />
            <IconButton
              label={role.name ? t("form.remove", { name: role.name }) : t("roleLines.remove", { number: index + 1 })}
              disabled={role.key === "owner"}
              onClick={() => field.onChange(roles.filter((_, at) => at !== index))}
            >
              <Icon name="trash" />
            </IconButton>
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="sm"
          onClick={() => field.onChange([...roles, { key: "", name: "", description: null, permissions: [] }])}
        >
          <Icon name="plus" /> {t("roleLines.add")}
        </Button>
      </div>
      <PermissionMatrix
        groups={groups}
        describedBy={problems.length > 0 ? `${id}-problems` : undefined}
        roles={roles.map((_, index) => ({ id: index, head: nameOf(index) }))}
        cell={(name, index) => {
          const role = roles[index];
          return (
            role && (
              <Checkbox
                aria-label={`${nameOf(index)}: ${name}`}
                checked={grantsAll(role.key) || role.permissions.includes(name)}
                disabled={grantsAll(role.key)}
                onCheckedChange={(isHeld) => toggle(index, name, isHeld)}
              />
            )
          );
        }}
        className="max-h-[34rem] rounded-md border"
      />
      <Problems id={`${id}-problems`} problems={problems} nameOf={nameOf} />
    </div>
  );
}
