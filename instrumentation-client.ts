import { MESSAGES_FILES, type MessagesSection } from "@/components/locale/messages-files";
import { isLocale } from "@/lib/locale";

// Runs before React does, which waits for the page's texts: they are asked for now, beside the rest of the code.
const { lang } = document.documentElement;
if (isLocale(lang)) {
  const [first = ""] = location.pathname.split("/").slice(1);
  const section: MessagesSection = first === "admin" ? "admin" : "dashboard";
  // Whatever fails here is asked for again, and then told.
  for (const load of [MESSAGES_FILES[lang].common, MESSAGES_FILES[lang][section]]) load().catch(() => {});
}
