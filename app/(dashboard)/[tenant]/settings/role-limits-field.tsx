"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { MoneyInput } from "@/components/form/money-input";
import { type FieldProps, useField } from "@/components/form/use-field";
import { Combobox } from "@/components/ui/combobox";
import { REFUND_LIMIT_API_KEY, type RefundRoleLimit } from "@/lib/refund-limits";
import { useCurrencyOptions } from "../options";
import { type RoleNames, roleLabel } from "./labels";
import { LinesField } from "./lines-field";

export interface RoleLimitsFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  roles: RoleNames;
}

/** Limits of amount by role and currency; the form holds minor units, or `null` without a line. */
export function RoleLimitsField<Values extends FieldValues, Output>(props: RoleLimitsFieldProps<Values, Output>) {
  const t = useTranslations("client.settings");
  const currencyOptions = useCurrencyOptions();
  const { roles, disabled } = props;
  const { field, error, id } = useField(props);
  const lines: readonly RefundRoleLimit[] = field.value ?? [];
  const known = [...new Set([...Object.keys(roles), REFUND_LIMIT_API_KEY, ...lines.map(({ role }) => role)])];
  const options = known.filter(Boolean).map((value) => ({ value, label: roleLabel(t, value, roles) }));
  return (
    <LinesField<RefundRoleLimit>
      id={id}
      label={props.label}
      description={props.description}
      error={error}
      disabled={disabled}
      lines={lines}
      onChange={field.onChange}
      newLine={() => ({ role: "", currency: "", one_refund: null, per_day: null })}
      addLabel={t("lines.addLimit")}
    >
      {(line, change, number) => (
        <div className="grid items-end gap-2 max-sm:grid-cols-2 sm:grid-cols-4">
          <Combobox
            aria-label={t("lines.role", { number })}
            options={options}
            placeholder={t("lines.roleHint")}
            clearable={false}
            disabled={disabled}
            value={line.role || null}
            onValueChange={(role) => change({ role: role ?? "" })}
          />
          <Combobox
            aria-label={t("lines.limitCurrency", { number })}
            options={currencyOptions}
            placeholder={t("lines.currencyHint")}
            clearable={false}
            disabled={disabled}
            value={line.currency || null}
            onValueChange={(currency) => change({ currency: currency ?? "" })}
          />
          <Captioned caption={t("lines.oneRefund")}>
            <MoneyInput
              key={`one ${line.currency}`}
              label={t("lines.oneRefundOf", { number })}
              currency={line.currency}
              value={line.one_refund}
              onChange={(one_refund) => change({ one_refund })}
              placeholder={t("lines.any")}
              disabled={disabled || line.currency === ""}
            />
          </Captioned>
          <Captioned caption={t("lines.perDay")}>
            <MoneyInput
              key={`day ${line.currency}`}
              label={t("lines.perDayOf", { number })}
              currency={line.currency}
              value={line.per_day}
              onChange={(per_day) => change({ per_day })}
              placeholder={t("lines.any")}
              disabled={disabled || line.currency === ""}
            />
          </Captioned>
        </div>
      )}
    </LinesField>
  );
}

/** Says what an amount is once it stands there; screen readers have the input's own label. */
function Captioned({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <span aria-hidden className="block pb-0.5 text-end text-muted-foreground text-xs">
        {caption}
      </span>
      {children}
    </div>
  );
}
