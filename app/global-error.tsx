"use client";

import { digestOf } from "@/components/shell/error-digest";
import "./globals.css";

/** Stands in for the root layout when that itself fails, so it leans on nothing but the style sheet. */
export default function GlobalError({ error }: { error: unknown }) {
  const digest = digestOf(error);
  return (
    <html lang="en">
      <body className="font-sans">
        <title>Something went wrong</title>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-2 p-6">
          <h1 className="font-semibold text-xl">Something went wrong</h1>
          <p className="text-muted-foreground">Reload the page. If it happens again, tell support this id.</p>
          {digest && <code className="font-mono text-xs">{digest}</code>}
          <a href="/" className="text-accent underline">
            Go to the start page
          </a>
        </main>
      </body>
    </html>
  );
}
