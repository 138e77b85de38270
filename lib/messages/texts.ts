import type { useTranslations } from "next-intl";

/** What `useTranslations(namespace)` gives, for functions that are handed it: `texts: Texts<"client.accounts">`. */
export type Texts<Namespace extends NonNullable<Parameters<typeof useTranslations>[0]>> = ReturnType<
  typeof useTranslations<Namespace>
>;
