"use server";

import { keepLocale, localeInput } from "@/lib/auth/locale-cookie";
import { visitorAction } from "@/lib/http/action";

export const chooseLocaleAction = visitorAction(localeInput, ({ locale }) => keepLocale(locale));
