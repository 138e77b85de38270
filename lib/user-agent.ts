/** What a User-Agent header says of a device; each part null where it says nothing that people would know. */
export interface Device {
  /** Such as `Firefox` or `curl`, without a version: it says nothing about who it was. */
  browser: string | null;
  /** Such as `Windows` or `iPhone`. */
  system: string | null;
  kind: "computer" | "phone" | "tablet" | "program" | null;
}

// Each name's sign in the header; the first that fits counts. Chrome calls itself Safari, and Edge both.
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ["Edge", /\bEdg(?:e|A|iOS)?\//],
  ["Opera", /\b(?:OPR|Opera)\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Vivaldi", /\bVivaldi\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Headless)?(?:Chrome|Chromium|CriOS)\//],
  ["Safari", /\bVersion\/[\d.]+.*\bSafari\//],
];

const SYSTEMS: readonly (readonly [string, Device["kind"], RegExp])[] = [
  ["iPhone", "phone", /\biPhone\b/],
  ["iPad", "tablet", /\biPad\b/],
  ["Android", "phone", /\bAndroid\b.*\bMobile\b/],
  ["Android", "tablet", /\bAndroid\b/],
  ["ChromeOS", "computer", /\bCrOS\b/],
  ["Windows", "computer", /\bWindows\b/],
  ["macOS", "computer", /\bMac OS X\b|\bMacintosh\b/],
  ["Linux", "computer", /\bLinux\b|\bX11\b/],
];

// Clients of HTTP name themselves first, such as "curl/8.5.0" or "python-requests/2.32".
const PROGRAM = /^([A-Za-z][A-Za-z0-9._-]{1,40})(?:\/|$)/;

/** Reads a device from a User-Agent header, as far as such headers tell: anybody may write anything into one. */
export function readDevice(userAgent: string | null): Device {
  const text = userAgent ?? "";
  const [browser] = BROWSERS.find(([, sign]) => sign.test(text)) ?? [];
  const [system, kind] = SYSTEMS.find(([, , sign]) => sign.test(text)) ?? [];
  if (browser || system) return { browser: browser ?? null, system: system ?? null, kind: kind ?? null };
  const program = text.startsWith("Mozilla/") ? undefined : PROGRAM.exec(text)?.[1];
  return { browser: program ?? null, system: null, kind: program ? "program" : null };
}

/** "Firefox on Windows". */
export function deviceText({ browser, system }: Device): string {
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? "Unknown device";
}
