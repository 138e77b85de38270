import type { Texts } from "@/lib/messages/texts";

/** One line of the metadata editor: a key and its value as text. */
export interface MetadataRow {
  /** Keeps React's identity of the line while its key is typed. */
  id: number;
  key: string;
  text: string;
}

export type MetadataResult = { ok: true; value: Record<string, unknown> } | { ok: false; message: string };

type MetadataTexts = Texts<"client.form.metadata">;

const JSON_LIKE = /^(?:true|false|null|-?\d|["[{])/;

/** A JSON value as a person edits it: texts bare, unless they would be read as something else. */
export function valueToText(value: unknown): string {
  if (typeof value === "string" && typeof textToValue(value) === "string" && textToValue(value) === value) return value;
  return JSON.stringify(value);
}

/** What a person's text means: JSON where it is JSON (numbers, true, quotes, lists), otherwise the text itself. */
export function textToValue(text: string): unknown {
  const trimmed = text.trim();
  if (!JSON_LIKE.test(trimmed)) return text;
  try {
    return JSON.parse(trimmed);
  } catch {
    return text;
  }
}

/** The lines for a metadata object. */
export function toRows(metadata: Record<string, unknown>): MetadataRow[] {
  return Object.entries(metadata).map(([key, value], index) => ({ id: index, key, text: valueToText(value) }));
}

/** The object that lines stand for; lines without key and value are left out. */
export function fromRows(t: MetadataTexts, rows: readonly MetadataRow[]): MetadataResult {
  const entries = new Map<string, unknown>();
  for (const row of rows) {
    const key = row.key.trim();
    if (key === "" && row.text.trim() === "") continue;
    if (key === "") return { ok: false, message: t("noKey") };
    if (entries.has(key)) return { ok: false, message: t("twice", { key }) };
    entries.set(key, textToValue(row.text));
  }
  return { ok: true, value: Object.fromEntries(entries) };
}

/** Reads the raw JSON mode. */
export function fromJson(t: MetadataTexts, text: string): MetadataResult {
  if (text.trim() === "") return { ok: true, value: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return { ok: true, value: Object.fromEntries(Object.entries(value)) };
    }
    return { ok: false, message: t("noObject") };
  } catch (error) {
    return { ok: false, message: t("invalid", { fault: error instanceof Error ? error.message : t("unknownFault") }) };
  }
}
