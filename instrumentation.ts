import type { Instrumentation } from "next";

// The conditions stand around the imports, and not before them, so that the edge bundle is built without Node's modules.

/** Runs once before the server answers: checks settings and database logins, and refuses to serve with wrong ones. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const [{ startServer }, { startConfiguredWorker }] = await Promise.all([
      import("./lib/http/server"),
      import("./lib/jobs/worker"),
    ]);
    await startServer(startConfiguredWorker);
  }
}

/** Errors that no adapter caught. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { reportError } = await import("./lib/logger");
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
    // The path without its query, which may hold what people typed.
    reportError(error, { requestId: digest, path: request.path.split("?")[0], route: context.routePath });
  }
};
