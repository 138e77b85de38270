import { createServer, type ListenOptions } from "node:net";
import { OperatorError } from "./operator-error";

/** Binds for a moment. @returns the port. @throws the system's error if the port cannot be had. */
function tryPort(options: ListenOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ ...options, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** True if nothing listens on this port of the loopback interface. */
export function isFreePort(port: number): Promise<boolean> {
  return tryPort({ port, host: "127.0.0.1" }).then(
    () => true,
    () => false,
  );
}

/** A port of the loopback interface that is free at this moment. */
export function freePort(): Promise<number> {
  return tryPort({ port: 0, host: "127.0.0.1" });
}

/** Makes sure that the web server can listen on all interfaces. @throws OperatorError with the fix. */
export async function requireFreePort(port: number): Promise<void> {
  try {
    await tryPort({ port });
  } catch (error) {
    const needsRights = error instanceof Error && "code" in error && error.code === "EACCES";
    throw new OperatorError(
      `Port ${port} ${needsRights ? "needs more rights" : "is in use"}: choose another one, such as PORT=${port < 1024 ? 3001 : port + 1} npm start.`,
    );
  }
}
