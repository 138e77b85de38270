import type { ReactNode } from "react";
import { messages } from "../messages/en";
import { englishTexts } from "./texts";

// Stands in for next-intl in tests: every page is asked for in English, without a provider around it or a build before it.

export const useTranslations = englishTexts;
export const getTranslations = async (namespace: Parameters<typeof englishTexts>[0]) => englishTexts(namespace);
export const useLocale = () => "en";
export const getLocale = async () => "en";
export const useMessages = () => messages;
export const getMessages = async () => messages;
export const NextIntlClientProvider = ({ children }: { children: ReactNode }) => children;
