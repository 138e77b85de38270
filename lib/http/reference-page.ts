import { VERSION } from "../version";

// The page is a document of its own: no framework, no inline script, nothing from elsewhere. Its policy in
// next.config.mjs is stricter than that of the pages.

/** The page of the API's reference, in which Scalar shows the OpenAPI document. */
export const REFERENCE_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>API reference · Bulkhead</title>
<link rel="icon" href="data:,">
<style>
  body { margin: 0; font-family: ui-sans-serif, system-ui, sans-serif; }
  .bar { display: flex; align-items: center; gap: 1rem; height: 48px; padding: 0 1rem; box-sizing: border-box;
    position: sticky; top: 0; z-index: 10; border-bottom: 1px solid #e3e5ea; background: #fff; color: #16181d; font-size: 14px; }
  .bar a { color: inherit; text-underline-offset: 3px; }
  .bar .home { font-weight: 600; text-decoration: none; }
  .bar .last { margin-left: auto; }
  /* A long path is broken rather than the page made wider. */
  main { overflow-x: clip; overflow-wrap: anywhere; }
  .waiting { padding: 2rem 1rem; color: #5b616e; }
  @media (prefers-color-scheme: dark) { body { background: #0f1115; color: #e7e9ee; } }
  body.dark-mode .bar { background: #15171c; color: #e7e9ee; border-color: #282c35; }
  @media (max-width: 30rem) { .bar .wide { display: none; } }
</style>
</head>
<body>
<header class="bar">
  <a class="home" href="/">Bulkhead</a><span>API reference</span>
  <a class="last wide" href="#description/before-you-begin">Guides</a>
  <a class="wide" href="/api/v1/openapi.json">OpenAPI document</a>
  <a class="home" href="/">Dashboard</a>
</header>
<main id="reference"><p class="waiting">Loading the reference …</p>
<noscript><p class="waiting">The reference needs JavaScript. The same is in the
<a href="/api/v1/openapi.json">OpenAPI document</a>.</p></noscript></main>
<script src="/api/reference/scalar.js?v=${VERSION}" defer></script>
<script src="/api/reference/start.js?v=${VERSION}" defer></script>
</body>
</html>
`;

const COLORS = `
.light-mode {
  --scalar-color-1: #16181d; --scalar-color-2: #4a505c; --scalar-color-3: #5b616e; --scalar-color-accent: #4f46c8;
  --scalar-background-1: #ffffff; --scalar-background-2: #f7f8fa; --scalar-background-3: #f1f2f5;
  --scalar-background-accent: #eeedfb; --scalar-border-color: #e3e5ea;
  --scalar-color-green: #0f6b46; --scalar-color-red: #b3261e; --scalar-color-orange: #8a4b06;
  --scalar-color-yellow: #7a5200; --scalar-color-blue: #1d5fae; --scalar-color-purple: #4f46c8;
  --scalar-button-1: #4f46c8; --scalar-button-1-color: #ffffff; --scalar-button-1-hover: #423ab0;
}
.dark-mode {
  --scalar-color-1: #e7e9ee; --scalar-color-2: #c3c8d2; --scalar-color-3: #a2a8b4; --scalar-color-accent: #a09df7;
  --scalar-background-1: #15171c; --scalar-background-2: #1c1f26; --scalar-background-3: #252932;
  --scalar-background-accent: #22213c; --scalar-border-color: #282c35;
  --scalar-color-green: #5eca96; --scalar-color-red: #f28b82; --scalar-color-orange: #e9b65c;
  --scalar-color-yellow: #e9c46a; --scalar-color-blue: #8ab8f0; --scalar-color-purple: #a09df7;
  --scalar-button-1: #5b54d6; --scalar-button-1-color: #ffffff; --scalar-button-1-hover: #6b64e0;
}
:root {
  --scalar-custom-header-height: 48px;
  --scalar-font: ui-sans-serif, system-ui, sans-serif;
  --scalar-font-code: ui-monospace, "Cascadia Code", "Roboto Mono", monospace;
}
/* Places that links lead to lie below the bar. */
#reference [id^="description/"] { scroll-margin-top: 72px; }
/* The button of the assistant, beside the search. */
#reference [role="search"] ~ button, #reference button:has(+ .agent-scalar), .agent-scalar { display: none !important; }`;

/** What Scalar is told: everything from this origin, and nothing to anybody else. */
const CONFIGURATION = {
  theme: "none",
  customCss: COLORS,
  withDefaultFonts: false,
  proxyUrl: "",
  telemetry: false,
  showDeveloperTools: "never",
  hideClientButton: true,
  persistAuth: false,
  defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  hiddenClients: true,
  authentication: { preferredSecurityScheme: "bearer" },
};

/**
 * Starts Scalar. "Try it" asks the origin that the page came from, by whatever name that is reached. Scalar's own assistant
 * cannot be switched off on local addresses, and would ask its maker's server: it is hidden, and asks nobody.
 */
export const REFERENCE_SCRIPT = `const ask = window.fetch;
window.fetch = async (input, init) => {
  const { origin } = new URL(input instanceof Request ? input.url : input, location.href);
  if (origin !== location.origin) throw new TypeError("This page asks nothing of other origins");
  return ask(input, init);
};
const read = async (address) => (await window.fetch(address)).json();
Promise.all([read("/api/v1/openapi.json"), read("/api/reference/guides.json?v=${VERSION}")]).then(
  ([content, guides]) => {
    content.info.description += "\\n\\n" + guides.text;
    Scalar.createApiReference("#reference", {
      ...${JSON.stringify(CONFIGURATION)},
      content,
      servers: [{ url: location.origin, description: "This installation" }],
    });
  },
  () => {
    document.querySelector(".waiting").textContent = "The reference could not be loaded. Reload the page to try again.";
  },
);
`;
