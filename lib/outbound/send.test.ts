import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import {
  type AddressInfo,
  createServer as createSocketServer,
  type LookupFunction,
  type Server as SocketServer,
} from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { TEST_CERTIFICATE, TEST_CERTIFICATE_KEY } from "@/lib/testing/certificate";
import { type SendRules, sendOut } from "./send";

const servers: SocketServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    (server as Partial<Server>).closeAllConnections?.();
    server.close();
  }
});

async function listen(server: SocketServer): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const serve = (listener: RequestListener) => listen(createServer(listener));

const send = (url: string, rules: Partial<SendRules> = {}) =>
  sendOut({ url, headers: { "webhook-id": "1" }, body: "{}" }, { allowLoopback: true, ...rules });

/** A name server that answers with these addresses, in turn, and counts its questions. */
function nameServer(...answers: string[][]): LookupFunction & { questions: string[] } {
  const questions: string[] = [];
  const lookup: LookupFunction = (host, _options, callback) => {
    questions.push(host);
    const addresses = answers[Math.min(questions.length, answers.length) - 1] ?? [];
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
  return Object.assign(lookup, { questions });
}

describe("a request to somebody else's server", () => {
  test("arrives as it was given, and its answer comes back", async () => {
    const seen: unknown[] = [];
    const port = await serve((request, response) => {
      request.on("data", (chunk) => seen.push(request.method, request.headers["webhook-id"], String(chunk)));
      request.on("end", () => response.writeHead(201, { "set-cookie": "sid=1", "x-answer": "yes" }).end("done"));
    });
    const { answer, error } = await send(`http://127.0.0.1:${port}/in`);
    expect(seen).toEqual(["POST", "1", "{}"]);
    expect(error).toBeNull();
    expect(answer).toMatchObject({ status: 201, body: "done", isCut: false });
    expect(answer?.headers).toMatchObject({ "x-answer": "yes", "set-cookie": "[not kept]" });
  });

  test("follows no redirect", async () => {
    let visits = 0;
    const port = await serve((request, response) => {
      visits += 1;
      response.writeHead(request.url === "/in" ? 302 : 200, { location: "/elsewhere" }).end();
    });
    expect((await send(`http://127.0.0.1:${port}/in`)).answer?.status).toBe(302);
    expect(visits).toBe(1);
  });

  test("ignores proxies of the environment", async () => {
    const port = await serve((_request, response) => response.end("direct"));
    const proxies = {
      HTTP_PROXY: "http://127.0.0.1:1",
      http_proxy: "http://127.0.0.1:1",
      HTTPS_PROXY: "http://127.0.0.1:1",
    };
    const before = { ...process.env };
    Object.assign(process.env, proxies);
    try {
      expect((await send(`http://127.0.0.1:${port}/`)).answer?.body).toBe("direct");
    } finally {
      for (const name of Object.keys(proxies)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  });

  test("keeps only the beginning of a huge answer", async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200);
      const pour = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
        if (!response.destroyed) response.once("drain", pour);
      };
      pour();
    });
    const { answer } = await send(`http://127.0.0.1:${port}/`);
    expect(answer).toMatchObject({ status: 200, isCut: true });
    expect(answer?.body).toHaveLength(16_384);
  });

  test("gives up an answer that does not come to its end", async () => {
    const port = await serve((_request, response) => response.writeHead(200).write("slow"));
    const { answer, error } = await send(`http://127.0.0.1:${port}/`, { timeoutMs: 200 });
    expect(answer).toBeNull();
    expect(error).toBe("No whole answer within 0.2 s");
  });

  test("survives an answer that is no HTTP, one that is cut off, and text that is no UTF-8", async () => {
    const garbage = await listen(createSocketServer((socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n")));
    expect((await send(`http://127.0.0.1:${garbage}/`)).error).toBe("The answer is not HTTP");
    const cut = await listen(createSocketServer((socket) => socket.once("data", () => socket.destroy())));
    expect((await send(`http://127.0.0.1:${cut}/`)).error).toBe("The connection was cut");
    const binary = await serve((_request, response) => response.end(Buffer.from([0x61, 0x00, 0xff, 0x62])));
    expect((await send(`http://127.0.0.1:${binary}/`)).answer?.body).toBe("a\u{fffd}\u{fffd}b");
    const overflow = await serve((_request, response) =>
      response.writeHead(200, { "x-long": "x".repeat(20_000) }).end(),
    );
    expect((await send(`http://127.0.0.1:${overflow}/`)).error).toBe("The headers of the answer are too large");
  });

  test("says plainly that nobody listens", async () => {
    const { answer, error } = await send("http://127.0.0.1:1024/");
    expect(answer).toBeNull();
    expect(error).toBe("The connection was refused");
  });

  test("is not sent to a server whose certificate nobody vouches for", async () => {
    let visits = 0;
    const tls = { key: TEST_CERTIFICATE_KEY, cert: TEST_CERTIFICATE };
    const port = await listen(createSecureServer(tls, () => (visits += 1)));
    const { error } = await send(`https://localhost:${port}/`);
    expect(error).toBe("The TLS certificate is signed by itself");
    expect(visits).toBe(0);
  });
});

describe("addresses behind a name", () => {
  test.each([
    ["loopback", ["127.0.0.1"]],
    ["private", ["10.0.0.1"]],
    ["cloud metadata", ["169.254.169.254"]],
    ["IPv4-mapped", ["::ffff:127.0.0.1"]],
    ["one private among public ones", ["93.184.215.14", "10.0.0.1"]],
    ["none", []],
  ])("are refused if there is %s", async (_name, addresses) => {
    let visits = 0;
    const port = await serve((_request, response) => {
      visits += 1;
      response.end();
    });
    const lookup = nameServer(addresses);
    const { answer, error } = await send(`https://hooks.example.com:${port}/`, { lookup });
    expect(answer).toBeNull();
    expect(error).toBe("The host name leads to an address that is not public");
    expect(visits).toBe(0);
  });

  test("of a public name are never loopback, also where loopback is allowed", async () => {
    const lookup = nameServer(["127.0.0.1"]);
    const { error } = await send("https://hooks.example.com/", { lookup, allowLoopback: true });
    expect(error).toBe("The host name leads to an address that is not public");
  });

  test("are asked for once: a second answer that leads inside is never heard", async () => {
    const lookup = nameServer(["127.0.0.1"], ["10.0.0.1"]);
    const port = await serve((_request, response) => response.end("reached"));
    // localhost may lead to loopback here, so the first answer passes; asked again, it would lead elsewhere.
    const { answer } = await send(`http://localhost:${port}/`, { lookup });
    expect(answer?.body).toBe("reached");
    expect(lookup.questions).toEqual(["localhost"]);
  });

  test("are checked at each request anew", async () => {
    const lookup = nameServer(["127.0.0.1"], ["10.0.0.1"]);
    const port = await serve((_request, response) => response.end("reached"));
    await send(`http://localhost:${port}/`, { lookup });
    const { error } = await send(`http://localhost:${port}/`, { lookup });
    expect(error).toBe("The host name leads to an address that is not public");
  });

  test("do not matter where the address itself is refused", async () => {
    const lookup = nameServer(["93.184.215.14"]);
    const { error } = await send("http://127.0.0.1:4000/", { lookup, allowLoopback: false });
    expect(error).toContain("The address is refused");
    expect(lookup.questions).toEqual([]);
  });
});
