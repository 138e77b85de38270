/** Types that are taken, each told from the bytes, with the extensions that fit. The first is given where none fits. */
export const CONTENT_TYPES = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
  "text/plain": ["txt", "log", "md"],
  "text/csv": ["csv"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
} as const satisfies Record<string, readonly string[]>;

export type ContentType = keyof typeof CONTENT_TYPES;

/** Types that a browser shows by itself and that run no script of their sender's. */
export const PREVIEWED_TYPES: readonly string[] = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
] satisfies ContentType[];

/** What people read of the types, in sentences and on pages. */
export const ACCEPTED_FILES = "PDF, PNG, JPEG, WebP, GIF, plain text, CSV, Word, Excel, PowerPoint, ODT or ODS";
