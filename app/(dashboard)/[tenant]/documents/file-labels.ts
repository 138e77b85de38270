import type { Option } from "@/components/ui/option";
import { CONTENT_TYPES, type ContentType } from "@/lib/documents/names";
import { DEFAULT_LOCALE, type Locale } from "@/lib/locale";
import type { Texts } from "@/lib/messages/texts";

const TYPES = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpeg",
  "image/webp": "webp",
  "image/gif": "gif",
  "text/plain": "text",
  "text/csv": "csv",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "excel",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "powerpoint",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
} as const satisfies Record<ContentType, string>;

/** What people call a type of file. */
export const typeLabel = (t: Texts<"client.documents">, type: ContentType): string => t(`types.${TYPES[type]}`);

export function typeOptions(t: Texts<"client.documents">): Option[] {
  return Object.entries(TYPES).map(([value, name]) => ({ value, label: t(`types.${name}`) }));
}

/** For file dialogs, which then show the files that can be taken. */
export const ACCEPT = Object.entries(CONTENT_TYPES)
  .flatMap(([type, extensions]) => [type, ...extensions.map((extension) => `.${extension}`)])
  .join(",");

const UNITS = ["B", "KB", "MB", "GB"];
const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** A size as people read it, such as "1.4 MB"; a KB is 1,000 bytes. */
export function sizeLabel(sizeBytes: number, locale: Locale = DEFAULT_LOCALE): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(sizeBytes, 1)) / 3), UNITS.length - 1);
  const value = sizeBytes / 1000 ** step;
  const digits = step > 0 && value < 10 ? value.toLocaleString(locale, ONE_DECIMAL) : Math.round(value);
  return `${digits} ${UNITS[step]}`;
}

/** Address of a document's bytes: to save them, or to show them in a page. */
export function contentHref(tenantSlug: string, id: string, { show = false } = {}): string {
  return `/api/dashboard/${tenantSlug}/document/content?id=${id}${show ? "&show=true" : ""}`;
}
