import { Fragment, isValidElement, type ReactNode } from "react";
import type { PlainComponent, Wording } from "@/components/ui/plain";

const TAGS: ReadonlySet<unknown> = new Set([
  "a",
  "b",
  "br",
  "code",
  "div",
  "em",
  "h1",
  "header",
  "i",
  "small",
  "span",
  "strong",
  "time",
]);
/** Attributes by React's name for them. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  className: "class",
  dateTime: "datetime",
  dir: "dir",
  href: "href",
  lang: "lang",
  role: "role",
  tabIndex: "tabindex",
  // text-ok: the name of an attribute
  title: "title",
};
const OWN_ATTRIBUTE = /^(?:data|aria)-[a-z-]+$/;
/** Addresses of our own and of the web: none that could be a script. */
const ADDRESS = /^(?:\/(?!\/)|https?:\/\/|mailto:)/;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for HTML, also within a quoted attribute. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "") : text;
}

/**
 * The HTML of a node that consists of texts, a few elements without handlers, and components that are `plain`;
 * `null` for any other, which React must render. Everything that is not known to be harmless is other.
 */
export function plainHtml(node: ReactNode, wording: Wording): string | null {
  if (typeof node === "string") return escapeHtml(node);
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "number" || typeof node === "bigint") return String(node);
  if (Array.isArray(node)) return listHtml(node, wording);
  if (!isValidElement<Record<string, unknown>>(node)) return null;
  const { type, props } = node;
  if (type === Fragment) return plainHtml(props.children as ReactNode, wording);
  if (typeof type === "function") return isPlain(type) ? plainHtml(type.plain(props, wording), wording) : null;
  return TAGS.has(type) ? elementHtml(type as string, props, wording) : null;
}

function listHtml(nodes: readonly ReactNode[], wording: Wording): string | null {
  let html = "";
  for (const node of nodes) {
    const one = plainHtml(node, wording);
    if (one === null) return null;
    html += one;
  }
  return html;
}

function elementHtml(tag: string, props: Record<string, unknown>, wording: Wording): string | null {
  let html = `<${tag}`;
  for (const name in props) {
    if (name === "children") continue;
    const value = props[name];
    if (value === undefined || value === null) continue;
    const attribute = attributeHtml(name, value);
    if (attribute === null) return null;
    html += attribute;
  }
  if (tag === "br") return `${html}>`;
  const content = plainHtml(props.children as ReactNode, wording);
  return content === null ? null : `${html}>${content}</${tag}>`;
}

function attributeHtml(name: string, value: unknown): string | null {
  const attribute = ATTRIBUTES[name] ?? (OWN_ATTRIBUTE.test(name) ? name : undefined);
  // React leaves a boolean out of attributes that take none; here it is none of ours.
  if (attribute === undefined || !(isText(value) || (typeof value === "boolean" && OWN_ATTRIBUTE.test(name))))
    return null;
  if (attribute === "href" && !ADDRESS.test(String(value))) return null;
  return ` ${attribute}="${escapeHtml(String(value))}"`;
}

function isText(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function isPlain(type: unknown): type is PlainComponent<Record<string, unknown>> {
  return typeof type === "function" && "plain" in type;
}
