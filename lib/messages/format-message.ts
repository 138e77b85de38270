import { IntlMessageFormat } from "intl-messageformat";
import { isValidElement, type ReactNode } from "react";
import { IntlError, IntlErrorCode } from "use-intl";

type Values = Parameters<typeof IntlMessageFormat.prototype.format<ReactNode>>[0];

/** Texts that were taken apart, by language: as many as the catalogue has at most. */
const formats = new Map<string, Map<string, IntlMessageFormat>>();

/**
 * Puts values into a text of the catalogue, in the place of use-intl's own function of this name (`turbopack.resolveAlias`
 * in next.config.mjs): that one takes each text apart again in each request, which was a twentieth of a page's time.
 * @throws IntlError which use-intl reports, and shows the text's key instead
 */
export default function formatMessage(
  _key: string,
  message: unknown,
  values: Values | undefined,
  { locale }: { locale: string },
): ReactNode {
  if (Array.isArray(message)) throw new IntlError(IntlErrorCode.INVALID_MESSAGE);
  if (typeof message !== "string") throw new IntlError(IntlErrorCode.INSUFFICIENT_PATH);
  if (!values && !/'[{}<#|']|<|\{/.test(message)) return message;
  const formatted = formatOf(locale, message).format<ReactNode>(values);
  const isReady = typeof formatted === "string" || Array.isArray(formatted) || isValidElement(formatted);
  return isReady ? formatted : String(formatted);
}
// A text that was not compiled in the build, as all of ours: `t.raw` gives it as it stands.
formatMessage.raw = true;

function formatOf(locale: string, message: string): IntlMessageFormat {
  const ofLocale = formats.get(locale) ?? new Map<string, IntlMessageFormat>();
  formats.set(locale, ofLocale);
  const known = ofLocale.get(message);
  if (known) return known;
  try {
    const format = new IntlMessageFormat(message, locale);
    ofLocale.set(message, format);
    return format;
  } catch (error) {
    throw new IntlError(IntlErrorCode.INVALID_MESSAGE, error instanceof Error ? error.message : String(error));
  }
}
