import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";

export interface WireProxy {
  /** The database's connection string by way of the proxy. */
  url: string;
  /** ReadyForQuery messages that the server sent: one for each round trip that was waited for. */
  roundTrips(): number;
  /**
   * Resolves once the server has answered all that was asked of it. A client is told of an error before the server's
   * ReadyForQuery has arrived, so a count that is read at once may be one short.
   */
  settled(): Promise<void>;
  /** Loses the next connection whose server has committed, before the client hears of it. */
  cutAfterCommit(): void;
  close(): Promise<void>;
}

const READY_FOR_QUERY = "Z".charCodeAt(0);
const COMMAND_COMPLETE = "C".charCodeAt(0);
/** What the server answers with a ReadyForQuery each: the messages Sync and Query. */
const ASKING = new Set(["S", "Q"].map((type) => type.charCodeAt(0)));
const POLL_MS = 2;

/** A TCP proxy in front of PostgreSQL that counts round trips where they cannot be misreported: on the wire. */
export async function startWireProxy(databaseUrl: string): Promise<WireProxy> {
  const target = new URL(databaseUrl);
  let count = 0;
  let isCutting = false;
  const sockets = new Set<Socket>();
  /** Per connection: how many ReadyForQuery messages the server still owes. */
  const owed = new Map<Socket, number>();
  const owe = (client: Socket, more: number) => {
    const open = owed.get(client);
    if (open !== undefined) owed.set(client, open + more);
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const read = messageReader((type, body) => {
      if (type === READY_FOR_QUERY) {
        count += 1;
        owe(client, -1);
      }
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
        owed.delete(client);
        client.destroy();
        upstream.destroy();
      });
    }
    // Signing in is answered with a ReadyForQuery too; its first message, the start-up packet, has no type byte.
    owed.set(client, 1);
    const readAsked = messageReader((type) => {
      if (ASKING.has(type)) owe(client, 1);
    }, true);
    client.on("data", readAsked);
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
    async settled() {
      while ([...owed.values()].some((open) => open > 0)) await setTimeout(POLL_MS);
    },
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

/** Cuts a stream into messages: a type byte (not before a client's start-up packet), then a length that counts itself. */
function messageReader(
  onMessage: (type: number, body: Buffer) => void,
  beginsUntyped = false,
): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let isUntyped = beginsUntyped;
  return (chunk) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    if (isUntyped) {
      if (rest.length < 4 || rest.length < rest.readInt32BE(0)) return;
      rest = rest.subarray(rest.readInt32BE(0));
      isUntyped = false;
    }
    while (rest.length >= 5) {
      const length = 1 + rest.readInt32BE(1);
      if (rest.length < length) return;
      onMessage(rest.readUInt8(0), rest.subarray(5, length));
      rest = rest.subarray(length);
    }
  };
}
