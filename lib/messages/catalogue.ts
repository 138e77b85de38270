import type { Locale } from "../locale";
import type { admin } from "./en/client/admin";
import type { common } from "./en/client/common";
import type { dashboard } from "./en/client/dashboard";
import type { server } from "./en/server";
import { type Names, NO_NAMES } from "./names";
import { pseudoMessages } from "./pseudo";
import type { Sentences } from "./sentences";

/**
 * All texts of the pages. English is the shape: another language has the same keys, which a test sees to. What is under
 * `client` is sent to browsers, in pieces; what is under `server` never is.
 */
export interface Messages {
  client: typeof common & typeof dashboard & typeof admin;
  server: typeof server;
  sentences: Sentences;
  names: Names;
}

/** The texts of one language, for pages made on the server. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === "ar-XB") {
    const { client, server } = await loadMessages("en");
    return { client: pseudoMessages(client), server: pseudoMessages(server), sentences: [], names: NO_NAMES };
  }
  return locale === "de" ? (await import("./de")).messages : (await import("./en")).messages;
}
