import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface WireProxy {
  /** The database's connection string by way of the proxy. */
  url: string;
  /** ReadyForQuery messages that the server sent: one for each round trip that was waited for. */
  roundTrips(): number;
  /** Loses the next connection whose server has committed, before the client hears of it. */
  cutAfterCommit(): void;
  close(): Promise<void>;
}

const READY_FOR_QUERY = "Z".charCodeAt(0);
const COMMAND_COMPLETE = "C".charCodeAt(0);

/** A TCP proxy in front of PostgreSQL that counts round trips where they cannot be misreported: on the wire. */
export async function startWireProxy(databaseUrl: string): Promise<WireProxy> {
  const target = new URL(databaseUrl);
  let count = 0;
  let isCutting = false;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const read = messageReader((type, body) => {
      if (type === READY_FOR_QUERY) count += 1;
      if (isCutting && type === COMMAND_COMPLETE && body.toString("latin1") === "COMMIT\0") {
        isCutting = false;
        client.destroy();
      }
    });
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    upstream.on("data", (chunk) => {
      read(chunk);
      if (!client.destroyed) client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    roundTrips: () => count,
    cutAfterCommit() {
      isCutting = true;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Cuts the server's stream into messages: a type byte, then a length that counts itself. */
function messageReader(onMessage: (type: number, body: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    while (rest.length >= 5) {
      const length = 1 + rest.readInt32BE(1);
      if (rest.length < length) return;
      onMessage(rest.readUInt8(0), rest.subarray(5, length));
      rest = rest.subarray(length);
    }
  };
}
