import { parseSync } from "oxc-parser";

/** A sentence of the business code that a person can come to read. */
export interface Sentence {
  line: number;
  /** In English, with `{0}`, `{1}` … for what varies. */
  text: string;
}

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/** Files whose texts no page shows: names that the browser knows, mails, and words that are looked for in files. */
const NO_PAGE = [
  /^lib\/(?:generated|testing|messages)\/|^lib\/isolation\/(?!prove\.ts|catalogue-)/,
  /\.test\.tsx?$|\.d\.ts$|\.tsx$/,
  /[/-]mails?\.ts$|mail-layout\.ts$|(?:off|ready)-notice\.ts$|password-resets\/send\.ts$/,
  /^lib\/(?:countries|currencies|env(?:-settings)?|locale|logger|job-names|time)\.ts$/,
  /^lib\/auth\/(?:common-passwords|handler|leaked-key)\.ts$/,
  /^lib\/imports\/guess(?:-values)?\.ts$/,
  /^lib\/http\/(?:openapi|operations|reference|refused-connections|server|shared-limit)/,
];

/** Files whose other texts are for programs and operators: a person reads the refusals alone. */
const REFUSALS_ONLY =
  /^lib\/(?:auth\/guess-limits|documents\/storage\/|http\/(?!lists)|jobs\/(?!export-sources|import)|providers\/(?!stripe-objects)|request-logs\/commands|sandbox\/(?!plan)|saved-views\/watches|tenant-db\/)/;

const REFUSING = /(?:^|\.)(?:AppError|ProviderError|fieldError|refused|complain)$/;

/** What these are given, people do not read. */
const TECHNICAL_CALLS =
  /(?:^|\.)(?:meta|describe|counts?|counted|ids|require|layOutMail|startsWith|endsWith|includes|join|split|replace(?:All)?|indexOf|DateTimeFormat|generateURI|RegExp|URL|warn|info|fatal)$/;
/** Errors that no page shows: they are bugs. */
const BUG = /(?<!App|Formula)Error$|^WebhookRefused$|^Intl/;

/** A text of its own that is kept under a name. */
const CONSTANT = /^[A-Z][A-Z_]+$/;

/** A list of states, whose names pages show as `statusLabel` writes them. */
const STATES = /^[A-Z_]*(?:STATUSES|STATES)$/;

/** Names that are the same in every language. */
const SAME_EVERYWHERE = /^(?:Edge|Opera|Samsung Internet|Vivaldi|Firefox|Chrome|Safari|Android|Windows|Linux|NaN)$/;

const TECHNICAL_PROPERTIES =
  /^(?:description|summary|tag|example|examples|name|subject|heading|paragraphs|remarks|headers|pattern|format|operation|path|key|id|issuer)$/;

/** The sentences for people in one file of `lib/`. */
export function findSentences(file: string, source: string): Sentence[] {
  if (NO_PAGE.some((pattern) => pattern.test(file))) return [];
  const found: Sentence[] = [];
  const report = (start: number, text: string): void => {
    found.push({ line: source.slice(0, start).split("\n").length, text });
  };

  /** @param isPart of a sentence: single words count too */
  const visit = (value: unknown, isRead: boolean, isPart = false): undefined => {
    if (Array.isArray(value)) for (const entry of value) visit(entry, isRead, isPart);
    else if (isNode(value)) visitNode(value, isRead, isPart);
    return undefined;
  };

  const visitNode = (node: Node, isRead: boolean, isPart: boolean): undefined => {
    if (/^(?:Import|Export(?:All|Named)Declaration$)/.test(node.type) && isNode(node.source)) return undefined;
    if (/^TS(?!As|Satisfies|NonNull)|^TaggedTemplate/.test(node.type)) return undefined;
    switch (node.type) {
      case "ExpressionStatement":
        if (typeof node.directive === "string") return undefined;
        break;
      case "CallExpression":
      case "NewExpression": {
        const name = nameOf(node.callee);
        const given = node.arguments as unknown[];
        visit(node.callee, isRead);
        if (REFUSING.test(name)) return visit(given[/refused/.test(name) ? 0 : 1], true);
        const isTechnical =
          node.type === "NewExpression" ? BUG.test(name) : TECHNICAL_CALLS.test(name) || isSuper(node);
        return isTechnical ? undefined : visit(given, isRead);
      }
      case "VariableDeclarator":
        if (STATES.test(nameOf(node.id))) for (const state of literalsOf(node.init)) report(node.start, labelOf(state));
        return visit(node.init, isRead || (CONSTANT.test(nameOf(node.id)) && isLiteral(node.init)));
      case "BinaryExpression":
        if (/^[!=]==$|^in$/.test(String(node.operator))) return undefined;
        break;
      case "ConditionalExpression":
        visit(node.test, isRead);
        return visit([node.consequent, node.alternate], isRead, isPart);
      case "SwitchCase":
        return visit(node.consequent, isRead);
      case "Property":
        return TECHNICAL_PROPERTIES.test(nameOf(node.key)) ? undefined : visit(node.value, isRead);
      case "MemberExpression":
        return visit(node.object, isRead);
      case "LogicalExpression":
        visit(node.left, isRead);
        return visit(node.right, isRead, isPart);
      case "Literal":
        if (
          isRead &&
          typeof node.value === "string" &&
          (isText(node.value) || (isPart && /\p{L}{2}/u.test(node.value)))
        )
          report(node.start, node.value);
        return undefined;
      case "TemplateLiteral": {
        const text = (node.quasis as { value: { cooked: string } }[])
          .map(({ value }, place) => (place === 0 ? "" : `{${place - 1}}`) + value.cooked)
          .join("");
        const isSentence = isRead && isText(text);
        if (isSentence) report(node.start, text);
        return visit(node.expressions, isRead, isSentence);
      }
    }
    for (const [key, child] of Object.entries(node)) if (key !== "type") visit(child, isRead);
    return undefined;
  };

  visit(parseSync(file, source).program, !REFUSALS_ONLY.test(file));
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** `a` of `a`, `a.b` of `a.b`, `().b` of `a().b`; "" for what has no plain name. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type === "MemberExpression") return `${nameOf(node.object)}.${nameOf(node.property)}`;
  return typeof node.name === "string" ? node.name : typeof node.value === "string" ? node.value : "";
}

/** The texts of `["a", "b"] as const`. */
function literalsOf(value: unknown): string[] {
  if (!isNode(value)) return [];
  if (/^TS(?:As|Satisfies)/.test(value.type)) return literalsOf(value.expression);
  return value.type === "ArrayExpression" && Array.isArray(value.elements)
    ? value.elements.flatMap((one: unknown) => (isNode(one) && typeof one.value === "string" ? one.value : []))
    : [];
}

/** "PARTIALLY_REFUNDED" → "Partially refunded" */
function labelOf(state: string): string {
  const words = state.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const isSuper = (call: Node) => isNode(call.callee) && call.callee.type === "Super";

const isLiteral = (value: unknown) => isNode(value) && value.type === "Literal";

/** SQL, an address, a header, a formula, a list of names, a name that is put together. */
const OF_PROGRAMS =
  /^(?:[A-Z]+[ /-])+[A-Z]+$|^[(./<]|^AFTER |\}[-_/]\{|^(?:select|union all) |\w \* \w|^[a-z]+(?:, [a-z]+)+$/;

/** Reads like something written for people: words with spaces, or one that begins like a sentence. */
function isText(text: string): boolean {
  const trimmed = text.trim();
  if (!/\p{L}{2}/u.test(trimmed) || SAME_EVERYWHERE.test(trimmed)) return false;
  if (/^[A-Z][a-z’'-]+(?: ?[…]?\{\d\})*[.…!?]?$/.test(trimmed)) return true;
  if (OF_PROGRAMS.test(trimmed)) return false;
  const words = trimmed.split(/\s+/);
  const isPlain = (word: string) => /^[(“"‘']?\p{L}[\p{L}’'-]*[)”"’'.,:;…!?]*$/u.test(word);
  return words.length > 1 && words.filter(isPlain).length >= 2;
}
