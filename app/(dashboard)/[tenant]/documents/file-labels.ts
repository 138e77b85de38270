import type { Option } from "@/components/ui/option";
import { CONTENT_TYPES, type ContentType } from "@/lib/documents/names";

const LABELS: Readonly<Record<ContentType, string>> = {
  "application/pdf": "PDF",
  "image/png": "PNG picture",
  "image/jpeg": "JPEG picture",
  "image/webp": "WebP picture",
  "image/gif": "GIF picture",
  "text/plain": "Plain text",
  "text/csv": "CSV table",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel workbook",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint slides",
  "application/vnd.oasis.opendocument.text": "OpenDocument text",
  "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument table",
};

/** What people call a type of file. */
export const typeLabel = (type: ContentType): string => LABELS[type];

export const TYPE_OPTIONS: readonly Option[] = Object.entries(LABELS).map(([value, label]) => ({ value, label }));

/** For file dialogs, which then show the files that can be taken. */
export const ACCEPT = Object.entries(CONTENT_TYPES)
  .flatMap(([type, extensions]) => [type, ...extensions.map((extension) => `.${extension}`)])
  .join(",");

const UNITS = ["B", "KB", "MB", "GB"];

/** A size as people read it, such as "1.4 MB"; a KB is 1,000 bytes. */
export function sizeLabel(sizeBytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(sizeBytes, 1)) / 3), UNITS.length - 1);
  const value = sizeBytes / 1000 ** step;
  return `${step > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[step]}`;
}

/** Address of a document's bytes: to save them, or to show them in a page. */
export function contentHref(tenantSlug: string, id: string, { show = false } = {}): string {
  return `/api/dashboard/${tenantSlug}/document/content?id=${id}${show ? "&show=true" : ""}`;
}
