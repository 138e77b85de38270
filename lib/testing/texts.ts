import type { useTranslations } from "next-intl";
import { createTranslator } from "use-intl/core";
import { messages } from "../messages/en";

type Texts<Namespace extends NonNullable<Parameters<typeof useTranslations>[0]>> = ReturnType<
  typeof useTranslations<Namespace>
>;

/** What `useTranslations(namespace)` gives on an English page, for tests of functions that are handed texts. */
export function englishTexts<Namespace extends NonNullable<Parameters<typeof useTranslations>[0]>>(
  namespace: Namespace,
): Texts<Namespace> {
  // The translator is the same one that the hook makes; its type is put together in another way.
  return createTranslator({ locale: "en", messages, namespace } as never) as unknown as Texts<Namespace>;
}
