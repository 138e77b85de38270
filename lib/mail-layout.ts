import { directionOf } from "./locale";
import type { MailTexts } from "./messages/mail-texts";

/** A mail's words: the same make its text and its HTML. */
export interface MailWords {
  /** Shown above the text. */
  heading: string;
  paragraphs: readonly string[];
  /** The one thing to do, if there is one. */
  link?: { label: string; href: string };
  /** Below the link: how long it serves, and what to do if one did not ask for it. */
  remarks?: readonly string[];
}

/** Writes a mail as plain text and as simple HTML that loads nothing. Everything given is escaped. */
export function layOutMail(
  texts: MailTexts,
  { heading, paragraphs, link, remarks = [] }: MailWords,
): { text: string; html: string } {
  const footer = texts.t("layout.footer");
  const text = [
    heading,
    ...paragraphs,
    ...(link ? [`${link.label}:\n${link.href}`] : []),
    ...remarks,
    `-- \n${footer}`,
  ].join("\n\n");
  const body = [
    `<h1 style="font-size:20px;line-height:28px;margin:0 0 16px">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escapeHtml(paragraph)}</p>`),
    ...(link ? linkHtml(texts, link) : []),
    ...remarks.map((remark) => `<p style="margin:0 0 12px;color:#475569;font-size:14px">${escapeHtml(remark)}</p>`),
    `<p style="margin:24px 0 0;color:#64748b;font-size:12px">${escapeHtml(footer)}</p>`,
  ].join("\n");
  return { text, html: page(texts, heading, body) };
}

function linkHtml({ t }: MailTexts, { label, href }: { label: string; href: string }): string[] {
  const address = escapeHtml(href);
  const button =
    "display:inline-block;padding:10px 18px;border-radius:6px;background:#1d4ed8;color:#ffffff;text-decoration:none;font-weight:600";
  return [
    `<p style="margin:0 0 16px"><a href="${address}" style="${button}">${escapeHtml(label)}</a></p>`,
    `<p style="margin:0 0 16px;font-size:13px;color:#475569;word-break:break-all">${escapeHtml(t("layout.orOpen"))} <a href="${address}" style="color:#1d4ed8">${address}</a></p>`,
  ];
}

function page({ locale }: MailTexts, title: string, body: string): string {
  const direction = directionOf(locale) === "rtl" ? ' dir="rtl"' : "";
  return `<!doctype html>
<html lang="${locale}"${direction}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px;background:#f1f5f9;color:#0f172a;font:16px/24px system-ui,'Segoe UI',Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e2e8f0;border-radius:8px">
${body}
</div>
</body>
</html>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
