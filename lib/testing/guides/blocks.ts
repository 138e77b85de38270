/** A fenced block of a guide. */
export interface Block {
  language: string;
  /** What stands behind the language, such as `eventually` or a file name. */
  words: string[];
  code: string;
  /** Line of the guide at which the code begins, from 1. */
  line: number;
}

const FENCE = /^```(.*)\n([\s\S]*?)^```[ \t]*$/gm;

/** The fenced blocks of a guide, in their order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(FENCE)].map((match) => {
    const [, info = "", code = ""] = match;
    const [language = "", ...words] = info.trim().split(/\s+/);
    return { language, words, code, line: markdown.slice(0, match.index).split("\n").length + 1 };
  });
}

/** A block to run, or to write into a file, and what the guide says that it answers. */
export interface Step {
  block: Block;
  kind: "run" | "write";
  /** True for what is there only after a moment: it is asked for until it is. */
  isEventual: boolean;
  answer: Block | null;
}

const RUNNABLE = ["sh", "ts"];
const ANSWERS = ["json", "jsonc", "http", "console"];
const PLAIN = "text";

/**
 * What running a guide means, block by block: `sh` and `ts` are run; `json`, `jsonc`, `http` and `console` right behind
 * are what they answer; a block with a file name is written to that file; `text` is for reading only.
 * @throws Error for a block of which nobody could say whether it is true
 */
export function stepsOf(blocks: readonly Block[]): Step[] {
  const steps: Step[] = [];
  for (const block of blocks) {
    const { language, words, line } = block;
    const last = steps.at(-1);
    if (words.some((word) => word.includes("."))) steps.push({ block, kind: "write", isEventual: false, answer: null });
    else if (RUNNABLE.includes(language))
      steps.push({ block, kind: "run", isEventual: words.includes("eventually"), answer: null });
    else if (ANSWERS.includes(language) && last?.kind === "run" && !last.answer) last.answer = block;
    else if (language !== PLAIN)
      throw new Error(`line ${line}: a block of ${language || "no language"} that neither runs nor is an answer`);
  }
  return steps;
}
