"use client";

import { useTranslations } from "next-intl";
import { accountTexts, textOf, withField } from "./draft";
import type { FieldsProps } from "./payment-fields";
import { SourceField } from "./source-field";

/** The fields of an account, each with where it comes from. */
export function AccountFields({ draft, setDraft, header, problemOf }: FieldsProps) {
  const t = useTranslations("client.imports.fields");
  return (
    <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
      {accountTexts(t).map(({ name, ...field }) => (
        <SourceField
          key={name}
          {...field}
          header={header}
          value={textOf(draft, name)}
          onChange={(value) => setDraft(withField(draft, name, value))}
          error={problemOf("fields", name)}
        />
      ))}
    </div>
  );
}
