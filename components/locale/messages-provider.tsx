"use client";

import dynamic from "next/dynamic";
import { NextIntlClientProvider, useMessages } from "next-intl";
import { type ComponentType, type ReactNode, useMemo } from "react";
import type { Locale } from "@/lib/locale";
import type { Messages } from "@/lib/messages/catalogue";
import { type Names, NO_NAMES } from "@/lib/messages/names";
import { pseudoMessages } from "@/lib/messages/pseudo";
import type { Sentences } from "@/lib/messages/sentences";
import { MESSAGES_FILES, type MessagesSection } from "./messages-files";

type Provider = ComponentType<{ children: ReactNode }>;

const PROVIDERS: Record<Locale, Record<MessagesSection, Provider>> = {
  en: {
    common: dynamic(() => MESSAGES_FILES.en.common().then(({ common }) => rootOf("en", common))),
    dashboard: dynamic(() => MESSAGES_FILES.en.dashboard().then(({ dashboard }) => providerOf("en", dashboard))),
    admin: dynamic(() => MESSAGES_FILES.en.admin().then(({ admin }) => providerOf("en", admin))),
  },
  de: {
    common: dynamic(() =>
      MESSAGES_FILES.de.common().then(({ common, sentences, names }) => rootOf("de", common, sentences, names)),
    ),
    dashboard: dynamic(() => MESSAGES_FILES.de.dashboard().then(({ dashboard }) => providerOf("de", dashboard))),
    admin: dynamic(() => MESSAGES_FILES.de.admin().then(({ admin }) => providerOf("de", admin))),
  },
  "ar-XB": {
    common: dynamic(() => MESSAGES_FILES.en.common().then(({ common }) => rootOf("ar-XB", pseudoMessages(common)))),
    dashboard: dynamic(() =>
      MESSAGES_FILES.en.dashboard().then(({ dashboard }) => providerOf("ar-XB", pseudoMessages(dashboard))),
    ),
    admin: dynamic(() => MESSAGES_FILES.en.admin().then(({ admin }) => providerOf("ar-XB", pseudoMessages(admin)))),
  },
};

/** Gives the components in it the texts of one part of the site, beside those that they have from further out. */
export function MessagesProvider(props: { locale: Locale; section: MessagesSection; children: ReactNode }) {
  const Provider = PROVIDERS[props.locale][props.section];
  return <Provider>{props.children}</Provider>;
}

/** The outermost one: what it has, every page has. */
function rootOf(
  locale: Locale,
  areas: Partial<Messages["client"]>,
  sentences: Sentences = [],
  names: Names = NO_NAMES,
): Provider {
  const messages = { client: areas, sentences, names };
  return (props) => <Texts locale={locale} messages={messages} {...props} />;
}

function providerOf(locale: Locale, areas: Partial<Messages["client"]>): Provider {
  return (props) => <SectionTexts locale={locale} areas={areas} {...props} />;
}

function SectionTexts({ areas, ...props }: { locale: Locale; areas: object; children: ReactNode }) {
  const outer = useMessages();
  const messages = useMemo(() => ({ ...outer, client: { ...outer.client, ...areas } }), [outer, areas]);
  return <Texts messages={messages} {...props} />;
}

function Texts({ messages, ...props }: { locale: Locale; messages: object; children: ReactNode }) {
  // A page asks for its own section's texts only, which a test sees to; the type tells of all.
  return <NextIntlClientProvider {...props} messages={messages as Messages} timeZone="UTC" />;
}
