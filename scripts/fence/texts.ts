import { parseSync } from "oxc-parser";

/** A text for people that stands in the code instead of the catalogue. */
export interface StrayText {
  line: number;
  text: string;
}

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/** Attributes that a person reads or hears. */
const READ_ATTRIBUTES =
  /^(?:aria-(?:label|description|roledescription|valuetext)|alt|caption|confirm|description|empty|heading|help|hint|label|legend|message|note|placeholder|question|subject|summary|term|text|title|\w+(?:Label|Text|Title|Hint))$/;

/** Whatever stands in these is for the machine. */
const TECHNICAL_ATTRIBUTES =
  /^(?:className|class|style|href|src|key|id|name|type|role|rel|target|autoComplete|variant|d)$/;
const TECHNICAL_CALLS =
  /^(?:cn|cva|import|require|useTranslations|getTranslations|fetch|matchMedia|querySelector(?:All)?)$/;

/** Names that are the same in every language, and what only programs read. */
const SAME_EVERYWHERE =
  /^(?:Bulkhead|Stripe|Google|GitHub|Esc|Escape|Enter|Tab|Shift|Home|End|Backspace|Delete|Space|Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down)|Ctrl|JSON(?: [Ll]ines)?|CSV|UTC|API|URL|Content-\w+|Accept|Authorization|Bearer|Mozilla|Idempotency-Key)$/;

/** The texts for people in one source file, with the line of each. */
export function findStrayTexts(file: string, source: string): StrayText[] {
  const found: StrayText[] = [];
  const lines = source.slice(0).split("\n");
  const report = (start: number, text: string): void => {
    const line = source.slice(0, start).split("\n").length;
    // The one way to say that a text is no language's, with the reason.
    if (lines[line - 2]?.includes("text-ok:") || lines[line - 1]?.includes("text-ok:")) return;
    found.push({ line, text: text.trim().replaceAll(/\s+/g, " ") });
  };

  const visit = (value: unknown, isRead: boolean): undefined => {
    if (Array.isArray(value)) for (const entry of value) visit(entry, isRead);
    else if (isNode(value)) visitNode(value, isRead);
    return undefined;
  };

  const visitNode = (node: Node, isRead: boolean): undefined => {
    if (/^(?:Import|Export(?:All|Named)Declaration$)/.test(node.type) && isNode(node.source)) return undefined;
    if (/^TS(?!As|Satisfies|NonNull)/.test(node.type)) return undefined;
    switch (node.type) {
      case "ThrowStatement":
        return undefined;
      case "ExpressionStatement":
        if (typeof node.directive === "string") return undefined;
        break;
      case "JSXText":
        if (/\p{L}/u.test(String(node.value)) && !SAME_EVERYWHERE.test(String(node.value).trim()))
          report(node.start + (/^\s*/.exec(String(node.value))?.[0].length ?? 0), String(node.value));
        return undefined;
      case "JSXAttribute": {
        const name = nameOf(node.name);
        if (!TECHNICAL_ATTRIBUTES.test(name)) visit(node.value, READ_ATTRIBUTES.test(name));
        return undefined;
      }
      case "CallExpression":
        if (TECHNICAL_CALLS.test(nameOf(node.callee))) return undefined;
        // The key of a text, and what fills it.
        if (/^t(?:$|\.|[A-Z])/.test(nameOf(node.callee))) return visit((node.arguments as unknown[]).slice(1), false);
        break;
      case "NewExpression":
        if (/Error$|^URL|^RegExp$|^Intl/.test(nameOf(node.callee))) return undefined;
        break;
      case "BinaryExpression":
        if (/^[!=]==$/.test(String(node.operator))) return undefined;
        break;
      case "SwitchCase":
        return visit(node.consequent, false);
      case "Property": {
        if (node.computed === true) visit(node.key, false);
        const name = nameOf(node.key);
        return TECHNICAL_ATTRIBUTES.test(name) ? undefined : visit(node.value, READ_ATTRIBUTES.test(name));
      }
      case "MemberExpression":
        return visit(node.object, false);
      case "Literal":
        if (typeof node.value === "string" && isText(node.value, isRead)) report(node.start, node.value);
        return undefined;
      case "TemplateLiteral": {
        const text = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join("…");
        if (isText(text.replaceAll("…", "1"), false)) report(node.start, text);
        return visit(node.expressions, false);
      }
    }
    const isStillRead = isRead && carries(node.type);
    for (const [key, child] of Object.entries(node)) if (key !== "type") visit(child, isStillRead);
    return undefined;
  };

  visit(parseSync(file, source).program, false);
  return found;
}

/** Expressions whose parts are what the attribute shows. */
const carries = (type: string) =>
  /^(?:JSXExpressionContainer|ConditionalExpression|LogicalExpression|TSAs|TSSat)/.test(type);

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** `a` of `a`, `a.b` of `a.b`; "" for what has no plain name. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type === "MemberExpression") return `${nameOf(node.object)}.${nameOf(node.property)}`;
  return typeof node.name === "string" ? node.name : typeof node.value === "string" ? node.value : "";
}

/** Reads like something written for people: words with spaces, or one that begins like a sentence. */
function isText(text: string, isRead: boolean): boolean {
  const trimmed = text.trim();
  if (!/\p{L}{2}/u.test(trimmed) || SAME_EVERYWHERE.test(trimmed)) return false;
  if (isRead) return true;
  if (/^[A-Z][a-z’']+[.…!?]?$/.test(trimmed)) return true;
  const words = trimmed.split(/\s+/);
  if (words.length < 2) return false;
  // Lists of classes, of media queries and of keys are written with signs that no sentence has.
  if (/[[\]{}=<>*_@#]|--|\w:\w|;\s|^[./]|^\([a-z-]+: /.test(trimmed)) return false;
  if (words.every((word) => /^[a-z0-9:/.%-]+$/.test(word)) && words.some((word) => /[-:/]|\d/.test(word))) return false;
  return words.filter((word) => /^[(“"‘']?\p{L}[\p{L}’'-]*[)”"’'.,:;…!?]*$/u.test(word)).length >= 2;
}
