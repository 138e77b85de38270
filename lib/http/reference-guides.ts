/** Guides that are for operators of the server, rather than for those who use its API. */
const FOR_OPERATORS = ["importing.md"];

const TITLE = /^# (.+)$/m;

/**
 * The guides of `docs/` as one text for the reference page: in the order of their index, with links that lead within the page.
 * @param index text of `docs/README.md`
 * @param read gives the text of a guide by its file name
 */
export function guidesText(index: string, read: (fileName: string) => string): string {
  const named = [...index.matchAll(/^\| \[[^\]]+\]\(([a-z-]+\.md)\)/gm)].map((match) => match[1] ?? "");
  const texts = new Map(named.filter((name) => !FOR_OPERATORS.includes(name)).map((name) => [name, read(name)]));
  const anchors = new Map([...texts].map(([name, text]) => [name, anchorOf(TITLE.exec(text)?.[1] ?? name)]));
  const begin = index.slice(index.indexOf("## Before you begin")).replace("## ", "# ");
  return [begin, ...texts.values()].map((text) => readableByScalar(text, anchors)).join("\n\n");
}

/** As the reference page names the place of a heading. */
function anchorOf(title: string): string {
  return `description/${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
}

function readableByScalar(text: string, anchors: ReadonlyMap<string, string>): string {
  return (
    text
      // Languages by the names that its highlighter knows, without our own words behind them.
      .replace(/^```(\w+).*$/gm, (_fence, language: string) => `\`\`\`${LANGUAGES[language] ?? language}`)
      .replace(/\]\(README\.md(?:#[^)]*)?\)/g, `](#${anchorOf("Before you begin")})`)
      .replace(/\[([^\]]+)\]\(([a-z-]+\.md)(?:#[^)]*)?\)/g, (_link, words: string, name: string) => {
        const anchor = anchors.get(name);
        return anchor ? `[${words}](#${anchor})` : words;
      })
      // What lies beside the guides in the repository is not served.
      .replace(/\[([^\]]+)\]\(\.\.\/[^)]*\)/g, "$1")
      .trim()
  );
}

const LANGUAGES: Readonly<Record<string, string>> = {
  sh: "bash",
  jsonc: "json",
  console: "plaintext",
  text: "plaintext",
};
