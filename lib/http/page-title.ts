import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

type ServerTexts = Awaited<ReturnType<typeof getTranslations<"server">>>;

/** A page's title in the request's language: `export const generateMetadata = pageTitle((t) => t("accounts.list"))`. */
export function pageTitle(title: (t: ServerTexts) => string): () => Promise<Metadata> {
  return async () => ({ title: title(await getTranslations("server")) });
}
