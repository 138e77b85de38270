import { getTranslations } from "next-intl/server";
import { pageSentence } from "@/lib/http/page-sentence";
import type { Texts } from "@/lib/messages/texts";

/** What answers to the command menu are put into words with. */
export interface CommandTexts {
  t: Texts<"server.command">;
  /** The headings that answers share with what the browser offers itself. */
  groups: Texts<"client.command.groups">;
  /** Of `pageSentence`. */
  sentence: (english: string) => string;
}

/** The words of the request's language. */
export async function commandTexts(): Promise<CommandTexts> {
  const [t, groups, sentence] = await Promise.all([
    getTranslations("server.command"),
    getTranslations("client.command.groups"),
    pageSentence(),
  ]);
  return { t, groups, sentence };
}
