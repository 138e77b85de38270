"use client";

import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { CheckboxGroupField } from "@/components/form/choice-fields";
import type { FieldProps } from "@/components/form/use-field";
import type { RoleChoice } from "@/lib/roles/schema";
import { roleAbout, scopeSummary } from "../api-keys/scopes";

export interface RolesFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  roles: readonly RoleChoice[];
  /** Roles that the person has now, which may stay although the giver could not give them. */
  held?: readonly string[];
}

/** Any number of roles; what holds more than the giver does is shown, and cannot be chosen. */
export function RolesField<Values extends FieldValues, Output>({
  roles,
  held = [],
  ...props
}: RolesFieldProps<Values, Output>) {
  const t = useTranslations("client.team.rolesField");
  const permissionTexts = useTranslations("client.permissions");
  const option = (role: RoleChoice) => {
    const isLocked = !role.may_give && !held.includes(role.id);
    const about = roleAbout(permissionTexts, role) ?? scopeSummary(permissionTexts, role.permissions);
    const hint = isLocked ? t("locked", { about }) : about;
    return { value: role.id, label: role.name, hint, disabled: isLocked };
  };
  const groups = [
    { label: t("builtIn"), options: roles.filter(({ key }) => key !== null).map(option) },
    { label: t("own"), options: roles.filter(({ key }) => key === null).map(option) },
  ].filter(({ options }) => options.length > 0);
  return <CheckboxGroupField {...props} groups={groups} columns={2} />;
}
