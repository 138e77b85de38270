const isDevelopment = process.env.NODE_ENV === "development";

// Nothing is loaded from another origin. Next puts inline scripts and styles into its pages; a nonce for each answer
// would forbid all others, at the price of a proxy in front of every request.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

// The reference is a page without inline scripts, in which a library shows a document: no script but its own files.
const referencePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  // Browsers obey it over HTTPS only.
  { key: "Strict-Transport-Security", value: "max-age=31536000" },
];

// Documents are shown inside our own pages, so their address says itself what may frame them and what runs in them.
const DOCUMENT_HEADERS = ["Content-Security-Policy", "X-Frame-Options"];
const documentHeaders = securityHeaders.filter(({ key }) => !DOCUMENT_HEADERS.includes(key));

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // The image optimiser is a public entry point that fetches and decodes: nothing here needs it.
  images: { unoptimized: true },
  // Loaded from node_modules at run time: native code, or files that a bundler would miss.
  serverExternalPackages: [
    "@aws-sdk/client-s3",
    "busboy",
    "file-type",
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "graphile-worker",
    "nodemailer",
    "pg",
    "pino",
  ],
  // Types are checked by npm run typecheck, with the tests and scripts; npm start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // The development server would write what it is sent: passwords, and secrets of links.
  logging: { serverFunctions: false, incomingRequests: { ignore: [/[?&]token=/] } },
  // The folder is the root even if a folder above it has a lock file too.
  turbopack: {
    root: import.meta.dirname,
    // Where next-intl finds the language of a request; its plugin would do no more than this.
    resolveAlias: {
      "next-intl/config": "./lib/http/request-messages.ts",
      "use-intl/format-message": "./lib/messages/format-message.ts",
    },
  },
  headers: async () => [
    { source: "/((?!api/dashboard/).*)", headers: securityHeaders },
    { source: "/api/dashboard/:path*", headers: documentHeaders },
    // Of two that match, the last one counts.
    { source: "/api/reference", headers: [{ key: "Content-Security-Policy", value: referencePolicy }] },
  ],
};

export default config;
