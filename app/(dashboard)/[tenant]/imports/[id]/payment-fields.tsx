"use client";

import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Checkbox } from "@/components/ui/checkbox";
import { statusLabel } from "@/components/ui/status-badge";
import { IMPORTED_STATUSES } from "@/lib/payment-intents/names";
import { AmountField } from "./amount-field";
import { amountOf, type Draft, paymentTexts, textOf, timeOf, withField } from "./draft";
import { SourceField } from "./source-field";
import { TimeField } from "./time-field";
import { ValueTable } from "./value-table";

export interface FieldsProps {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  header: readonly string[];
  /** What the server says of a place in the mapping. */
  problemOf: (...path: string[]) => string | undefined;
}

/** The fields of a payment, each with where it comes from. */
export function PaymentFields(props: FieldsProps & { timeZone: string; mayMakeAccounts: boolean }) {
  const t = useTranslations("client.imports.fields");
  const sentence = useSentence();
  const { draft, setDraft, header, problemOf, timeZone, mayMakeAccounts } = props;
  const account = draft.account ?? { name: {} };
  const status = textOf(draft, "status");
  const set = (name: string) => (value: Draft["fields"][string]) => setDraft(withField(draft, name, value));
  const shared = { header };
  return (
    <>
      <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-2">
          <SourceField
            {...shared}
            label={t("account")}
            hint={t("accountHint")}
            isNeeded
            value={account.name}
            onChange={(name) => setDraft({ ...draft, account: { ...account, name: name ?? {} } })}
            error={problemOf("account", "name")}
          />
          {mayMakeAccounts && (
            // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside the label
            <label className="flex items-center gap-2 text-sm">
              <Checkbox
                checked={account.create !== undefined}
                onCheckedChange={(checked) => {
                  const { create: _none, ...rest } = account;
                  const currency = textOf(draft, "billing_currency") ?? { constant: "EUR" };
                  setDraft({ ...draft, account: checked ? { ...rest, create: { currency } } : rest });
                }}
              />
              {t("makeAccounts")}
            </label>
          )}
        </div>
        <TimeField
          {...shared}
          value={timeOf(draft)}
          onChange={set("created_at")}
          timeZone={timeZone}
          error={problemOf("fields", "created_at")}
        />
        <AmountField
          {...shared}
          label={t("amount")}
          hint={t("amountHint")}
          value={amountOf(draft, "billing_amount")}
          onChange={set("billing_amount")}
          error={problemOf("fields", "billing_amount")}
        />
        <SourceField
          {...shared}
          label={t("currency")}
          hint={t("currencyHint")}
          value={textOf(draft, "billing_currency")}
          onChange={set("billing_currency")}
          error={problemOf("fields", "billing_currency")}
        />
        <div className="flex min-w-0 flex-col gap-2">
          <SourceField
            {...shared}
            label={t("status")}
            hint={t("statusHint")}
            value={status}
            onChange={set("status")}
            error={problemOf("fields", "status")}
          />
          {status?.column !== undefined && (
            <ValueTable
              label={t("statusWords", { column: status.column })}
              options={IMPORTED_STATUSES.map((value) => ({ value, label: sentence(statusLabel(value)) }))}
              values={status.values ?? {}}
              onChange={(values) => set("status")({ ...status, values })}
            />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {paymentTexts(t).map(({ name, ...field }) => (
            <SourceField
              {...shared}
              key={name}
              {...field}
              value={textOf(draft, name)}
              onChange={set(name)}
              error={problemOf("fields", name)}
            />
          ))}
        </div>
      </div>
      <details>
        <summary className="cursor-pointer text-muted-foreground text-sm">{t("providerMoved")}</summary>
        <div className="mt-3 grid gap-x-6 gap-y-4 lg:grid-cols-2">
          <AmountField
            {...shared}
            label={t("processingAmount")}
            value={amountOf(draft, "processing_amount")}
            onChange={set("processing_amount")}
            error={problemOf("fields", "processing_amount")}
          />
          <SourceField
            {...shared}
            label={t("processingCurrency")}
            value={textOf(draft, "processing_currency")}
            onChange={set("processing_currency")}
            error={problemOf("fields", "processing_currency")}
          />
        </div>
      </details>
    </>
  );
}
