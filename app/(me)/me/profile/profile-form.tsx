"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useWatch } from "react-hook-form";
import { ComboboxField, SelectField, SwitchField } from "@/components/form/choice-fields";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { useTimeFormat } from "@/components/ui/time-format";
import { toast } from "@/components/ui/toast";
import { LOCALE_NAMES, type Locale } from "@/lib/locale";
import { pictureHref } from "@/lib/profile/names";
import { type Profile, updateProfileInput } from "@/lib/profile/schema";
import { CLOCKS, DATE_FORMATS, DEFAULT_TIME_FORMAT, formatTime } from "@/lib/time";
import { updateProfileAction } from "./actions";
import { timeZoneOptions } from "./time-zones";

export interface ProfileFormProps {
  profile: Profile;
  /** The moment that examples show (ISO 8601), the same on server and browser. */
  now: string;
  /** The languages to choose from. */
  locales: readonly Locale[];
}

/** Name, time zone, and how times are written, with an example of it. */
export function ProfileForm({ profile, now, locales }: ProfileFormProps) {
  const t = useTranslations("client.me.profile");
  const form = useActionForm({
    schema: updateProfileInput,
    defaultValues: {
      full_name: profile.full_name,
      avatar_url: profile.avatar_url,
      time_zone: profile.time_zone,
      date_format: profile.date_format,
      clock: profile.clock,
      keyboard_shortcuts: profile.keyboard_shortcuts,
      locale: profile.locale,
    },
    action: updateProfileAction,
    onSuccess: () => toast.success(t("saved")),
  });
  const { control, methods } = form;
  const zones = useMemo(() => timeZoneOptions(now, profile.time_zone), [now, profile.time_zone]);
  const [zone, date, clock] = useWatch({ control, name: ["time_zone", "date_format", "clock"] });
  const { locale } = useTimeFormat();
  const dates = DATE_FORMATS.map((value) => ({
    value,
    label: formatTime(now, "UTC", "date", { ...DEFAULT_TIME_FORMAT, locale, dateFormat: value }),
    hint: value,
  }));
  const clocks = CLOCKS.map((value) => ({ value, label: value === "24h" ? t("clock24") : t("clock12") }));
  const takeBrowserZone = () =>
    methods.setValue("time_zone", new Intl.DateTimeFormat().resolvedOptions().timeZone, { shouldDirty: true });

  return (
    <Form form={form}>
      <TextField
        control={control}
        name="full_name"
        label={t("fullName")}
        autoComplete="name"
        description={t("fullNameHelp")}
      />
      <div className="flex items-start gap-3">
        <Avatar
          name={profile.full_name}
          src={pictureHref({ userId: profile.id, avatarUrl: profile.avatar_url })}
          className="mt-6 size-9"
        />
        <div className="min-w-0 flex-1">
          <TextField
            control={control}
            name="avatar_url"
            type="url"
            label={t("picture")}
            optional
            // text-ok: how an address begins
            placeholder="https://"
            description={t("pictureHelp")}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <ComboboxField control={control} name="time_zone" label={t("timeZone")} options={zones} clearable={false} />
        </div>
        <Button onClick={takeBrowserZone}>{t("takeBrowserZone")}</Button>
      </div>
      <FormRow>
        <SelectField control={control} name="date_format" label={t("dates")} options={dates} />
        <SelectField control={control} name="clock" label={t("clock")} options={clocks} />
      </FormRow>
      {zone && date && clock && (
        <p className="text-muted-foreground">
          {t.rich("example", {
            example: () => (
              <span className="text-foreground tabular-nums">
                {formatTime(now, zone, "minute", { dateFormat: date, clock, locale })} {zone}
              </span>
            ),
          })}
        </p>
      )}
      <ComboboxField
        control={control}
        name="locale"
        label={t("language")}
        options={locales.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        placeholder={t("languageOfBrowser")}
        description={t("languageHelp")}
      />
      <SwitchField
        control={control}
        name="keyboard_shortcuts"
        label={t("shortcuts")}
        description={t("shortcutsHelp")}
      />
      <FormActions form={form} submitLabel={t("submit")} />
    </Form>
  );
}
