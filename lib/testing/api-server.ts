import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { apiHandler, type HttpMethod } from "./api";

export interface ApiServer {
  /** Origin, such as `http://127.0.0.1:40123`. */
  url: string;
  close(): Promise<void>;
}

/** Serves the API's handlers by HTTP on the loopback address, in this process, on a free port unless told: for curl and clients. */
export async function startApiServer(wantedPort = 0): Promise<ApiServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(wantedPort, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "GET", headers } = request;
  const url = new URL(request.url ?? "/", `http://${headers.host ?? "localhost"}`);
  const handler = await apiHandler(method as HttpMethod, url.pathname);
  const hasBody = method !== "GET" && method !== "HEAD";
  const result = await handler(
    new Request(url, {
      method,
      headers: Object.entries(headers).flatMap(([name, value]) =>
        [value ?? []].flat().map((one): [string, string] => [name, one]),
      ),
      ...(hasBody && { body: bodyOf(request), duplex: "half" }),
    }),
  );
  response.writeHead(result.status, [...result.headers].flat());
  if (result.body) await pipeline(Readable.fromWeb(result.body as Parameters<typeof Readable.fromWeb>[0]), response);
  else response.end();
}

/** The types of the web's stream and of Node's own differ in a detail that is one thing at run time. */
function bodyOf(request: IncomingMessage): ReadableStream<Uint8Array> {
  return Readable.toWeb(request) as ReadableStream<Uint8Array>;
}
