import type { Locale as OurLocale } from "../locale";
import type { Messages as OurMessages } from "./catalogue";

declare module "next-intl" {
  interface AppConfig {
    Locale: OurLocale;
    Messages: Pick<OurMessages, "client" | "server">;
  }
}
