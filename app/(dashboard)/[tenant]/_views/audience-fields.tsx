"use client";

import { useTranslations } from "next-intl";
import { type Control, type FieldPath, type FieldValues, useWatch } from "react-hook-form";
import { SelectField } from "@/components/form/choice-fields";
import type { Texts } from "@/lib/messages/texts";
import type { ViewAudience, ViewsOfList } from "@/lib/saved-views/schema";

export interface AudienceFieldsProps<Values extends FieldValues, Output> {
  control: Control<Values, unknown, Output>;
  /** Field with the audience. */
  audienceName: FieldPath<Values>;
  /** Field with the role, which is asked where the audience is one. */
  roleName: FieldPath<Values>;
  roles: ViewsOfList["roles"];
  /** Only one's own view can be made private. */
  isOwn: boolean;
}

/** For whom a view is. */
export function AudienceFields<Values extends FieldValues, Output>(props: AudienceFieldsProps<Values, Output>) {
  const { control, audienceName, roleName, roles, isOwn } = props;
  const t = useTranslations("client.views");
  const audience = useWatch({ control, name: audienceName });
  return (
    <>
      <SelectField
        control={control}
        name={audienceName}
        label={t("dialog.audience")}
        options={audienceOptions(t, roles, isOwn)}
      />
      {audience === "role" && (
        <SelectField
          control={control}
          name={roleName}
          label={t("dialog.role")}
          options={roles.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t("dialog.chooseRole")}
        />
      )}
    </>
  );
}

const AUDIENCES = ["private", "role", "everyone"] as const satisfies readonly ViewAudience[];

function audienceOptions(t: Texts<"client.views">, roles: ViewsOfList["roles"], isOwn: boolean) {
  return AUDIENCES.filter((value) => (value !== "private" || isOwn) && (value !== "role" || roles.length > 0)).map(
    (value) => ({ value, label: t(`audiences.${value}`) }),
  );
}
