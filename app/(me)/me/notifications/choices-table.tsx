"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { Absent } from "@/components/ui/absent";
import { Switch } from "@/components/ui/switch";
import { toastFailure } from "@/components/ui/toast";
import type { NoticeChoice } from "@/lib/notice-choices/schema";
import { NOTICE_KIND_FACTS } from "@/lib/notice-kinds";
import { saveNoticeChoiceAction } from "./actions";

/** A line for each kind of notice, a switch for each way; each takes effect at once. */
export function ChoicesTable({ choices }: { choices: readonly NoticeChoice[] }) {
  const t = useTranslations("client.me.choices");
  const sentence = useSentence();
  const [shown, show] = useOptimistic(choices, (before, changed: NoticeChoice) =>
    before.map((one) => (one.kind === changed.kind ? changed : one)),
  );
  const [, startTransition] = useTransition();
  function save(changed: NoticeChoice) {
    startTransition(async () => {
      show(changed);
      const { kind, in_app, mail } = changed;
      const result = await saveNoticeChoiceAction({ kind, in_app, mail });
      if (!result.ok) toastFailure(result.error);
    });
  }
  return (
    <table className="w-full text-start text-sm">
      <thead>
        <tr className="border-b text-muted-foreground text-xs">
          <th scope="col" className="px-4 py-2 font-medium">
            {t("what")}
          </th>
          <th scope="col" className="w-20 px-2 py-2 font-medium">
            {t("inBell")}
          </th>
          <th scope="col" className="w-20 px-2 py-2 font-medium">
            {t("byMail")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y">
        {shown.map((choice) => {
          const title = sentence(NOTICE_KIND_FACTS[choice.kind].title);
          return (
            <tr key={choice.kind}>
              <th scope="row" className="px-4 py-2.5 font-normal">
                {title}
              </th>
              <td className="px-2">
                <Switch
                  aria-label={t("inBellOf", { title })}
                  checked={choice.in_app}
                  onCheckedChange={(in_app) => save({ ...choice, in_app })}
                />
              </td>
              <td className="px-2">
                {choice.has_mail ? (
                  <Switch
                    aria-label={t("byMailOf", { title })}
                    checked={choice.mail}
                    onCheckedChange={(mail) => save({ ...choice, mail })}
                  />
                ) : (
                  <Absent />
                )}
              </td>
            </tr>
          );
        })}
        <tr>
          <th scope="row" className="px-4 py-2.5 font-normal">
            {t("newDevice")}
          </th>
          <td className="px-2 text-muted-foreground">–</td>
          <td className="px-2 text-muted-foreground text-xs">{t("always")}</td>
        </tr>
      </tbody>
    </table>
  );
}
