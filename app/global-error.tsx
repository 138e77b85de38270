"use client";

import { digestOf } from "@/components/shell/error-digest";
import "./globals.css";

/**
 * Stands in for the root layout when that itself fails, so it leans on nothing but the style sheet. Its texts are
 * English: the catalogue itself may be what failed.
 */
export default function GlobalError({ error }: { error: unknown }) {
  const digest = digestOf(error);
  return (
    <html lang="en">
      <body className="font-sans">
        {/* text-ok: without the catalogue */}
        <title>Something went wrong</title>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-2 p-6">
          {/* text-ok: without the catalogue */}
          <h1 className="font-semibold text-xl">Something went wrong</h1>
          {/* text-ok: without the catalogue */}
          <p className="text-muted-foreground">Reload the page. If it happens again, tell support this id.</p>
          {digest && <code className="font-mono text-xs">{digest}</code>}
          <a href="/" className="text-accent underline">
            {/* text-ok: without the catalogue */}
            Go to the start page
          </a>
        </main>
      </body>
    </html>
  );
}
