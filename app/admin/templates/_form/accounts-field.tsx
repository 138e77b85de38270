"use client";

import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { useCountryOptions, useCurrencyOptions } from "@/app/(dashboard)/[tenant]/options";
import { type FieldProps, useField } from "@/components/form/use-field";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { TemplateAccount } from "@/lib/templates/definition";
import { accountDepth, withoutAccount, withRenamedAccount } from "./account-lines";
import { lineProblems } from "./messages";
import { Problems } from "./problems";

/** The sample accounts, one line each, set in below the one above it. */
export function AccountsField<Values extends FieldValues, Output>(props: FieldProps<Values, Output>) {
  const t = useTranslations("client.adminTemplates");
  const currencyOptions = useCurrencyOptions();
  const countryOptions = useCountryOptions();
  const { field, id } = useField(props);
  const problems = lineProblems(props.control.getFieldState(props.name).error);
  const accounts: readonly TemplateAccount[] = field.value ?? [];
  const change = (index: number, part: Partial<TemplateAccount>) =>
    field.onChange(accounts.map((account, at) => (at === index ? { ...account, ...part } : account)));
  const last = accounts.at(-1);
  return (
    <div className="flex flex-col gap-3">
      {accounts.length === 0 && <p className="text-muted-foreground">{t("accountLines.none")}</p>}
      <ol className="flex flex-col gap-3">
        {accounts.map((account, index) => (
          <li
            // An account has no identity while its name is being typed.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            className="grid items-center gap-2 border-s-2 ps-3 max-sm:grid-cols-2 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_minmax(0,2fr)_minmax(0,2fr)_minmax(0,2fr)_auto]"
            style={{ marginInlineStart: `${accountDepth(accounts, index)}rem` }}
          >
            <Input
              aria-label={t("accountLines.name", { number: index + 1 })}
              placeholder={t("name")}
              value={account.name}
              onChange={(event) => field.onChange(withRenamedAccount(accounts, index, event.target.value))}
            />
            <Input
              aria-label={t("accountLines.displayNameOf", { number: index + 1 })}
              placeholder={t("accountLines.displayName")}
              value={account.display_name ?? ""}
              onChange={(event) => change(index, { display_name: event.target.value })}
            />
            <Combobox
              aria-label={t("accountLines.parent", { number: index + 1 })}
              placeholder={t("accountLines.top")}
              options={accounts
                .slice(0, index)
                .filter(({ name }) => name !== "")
                .map(({ name }) => ({ value: name, label: name }))}
              value={account.parent}
              onValueChange={(parent) => change(index, { parent })}
            />
            <Combobox
              aria-label={t("accountLines.currencyOf", { number: index + 1 })}
              placeholder={t("accountLines.currency")}
              clearable={false}
              options={currencyOptions}
              value={account.currency || null}
              onValueChange={(currency) => change(index, { currency: currency ?? "" })}
            />
            <Combobox
              aria-label={t("accountLines.country", { number: index + 1 })}
              placeholder={t("accountLines.noCountry")}
              options={countryOptions}
              value={account.country}
              onValueChange={(country) => change(index, { country })}
            />
            <IconButton
              label={
                account.name
                  ? t("form.remove", { name: account.name })
                  : t("accountLines.remove", { number: index + 1 })
              }
              onClick={() => field.onChange(withoutAccount(accounts, index))}
            >
              <Icon name="trash" />
            </IconButton>
          </li>
        ))}
      </ol>
      <div>
        <Button
          size="sm"
          onClick={() =>
            field.onChange([
              ...accounts,
              {
                name: "",
                display_name: null,
                parent: last?.parent ?? null,
                currency: last?.currency ?? "EUR",
                country: null,
              },
            ])
          }
        >
          <Icon name="plus" /> {t("accountLines.add")}
        </Button>
      </div>
      <Problems
        id={`${id}-problems`}
        problems={problems}
        nameOf={(line) => accounts[line]?.name || t("accountLines.number", { number: line + 1 })}
      />
    </div>
  );
}
