import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a stand-in for an S3 store remembers. */
export interface S3Stub {
  endpoint: string;
  objects: Map<string, { bytes: Buffer; modifiedAt: Date }>;
  /** Every request, as `PUT /bucket/key`. */
  requests: string[];
  /** Answers the next requests with these statuses instead. */
  failures: number[];
  stop(): Promise<void>;
}

/** Objects that one page of a listing has. */
const PAGE_SIZE = 2;

/**
 * A small S3 store on the loopback address: PUT, GET with a range, DELETE and paged listings of one bucket in path
 * style. It refuses requests without a signature of `accessKeyId`, and bytes that are not those of their checksums.
 */
export async function startS3Stub(bucket: string, accessKeyId: string): Promise<S3Stub> {
  const stub = { objects: new Map(), requests: [], failures: [] } as Pick<S3Stub, "objects" | "requests" | "failures">;
  const server = createServer((request, response) => {
    void answer(stub, bucket, accessKeyId, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...stub,
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  { objects, requests, failures }: Pick<S3Stub, "objects" | "requests" | "failures">,
  bucket: string,
  accessKeyId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://stub");
  requests.push(`${request.method} ${url.pathname}`);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const refuse = (status: number, code: string) =>
    response.writeHead(status, { "content-type": "application/xml" }).end(`<Error><Code>${code}</Code></Error>`);
  const failure = failures.shift();
  if (failure) return void refuse(failure, "InternalError");
  if (!isSigned(request, accessKeyId)) return void refuse(403, "AccessDenied");
  const sha256 = createHash("sha256").update(bytes).digest();
  if (request.headers["x-amz-content-sha256"] !== sha256.toString("hex"))
    return void refuse(400, "XAmzContentSHA256Mismatch");
  const key = decodeURIComponent(url.pathname).slice(`/${bucket}/`.length);
  const found = objects.get(key);
  switch (request.method) {
    case "PUT":
      if (request.headers["x-amz-checksum-sha256"] !== sha256.toString("base64")) return void refuse(400, "BadDigest");
      objects.set(key, { bytes, modifiedAt: new Date() });
      return void response.writeHead(200).end();
    case "DELETE":
      objects.delete(key);
      return void response.writeHead(204).end();
    case "GET": {
      if (key === "")
        return void response.writeHead(200, { "content-type": "application/xml" }).end(page(objects, url));
      if (!found) return void refuse(404, "NoSuchKey");
      const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
      const part = start && end ? found.bytes.subarray(Number(start), Number(end) + 1) : found.bytes;
      return void response.writeHead(start ? 206 : 200, { "content-length": part.length }).end(part);
    }
    default:
      return void refuse(405, "MethodNotAllowed");
  }
}

function isSigned({ headers }: IncomingMessage, accessKeyId: string): boolean {
  const authorization = headers.authorization ?? "";
  return (
    authorization.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKeyId}/`) &&
    /SignedHeaders=[^,]*x-amz-content-sha256/.test(authorization) &&
    /Signature=[0-9a-f]{64}$/.test(authorization)
  );
}

function page(objects: S3Stub["objects"], url: URL): string {
  const after = url.searchParams.get("continuation-token") ?? "";
  const rest = [...objects].filter(([key]) => key > after).sort(([a], [b]) => (a < b ? -1 : 1));
  const shown = rest.slice(0, PAGE_SIZE);
  const contents = shown.map(
    ([key, { modifiedAt }]) =>
      `<Contents><Key>${key}</Key><LastModified>${modifiedAt.toISOString()}</LastModified></Contents>`,
  );
  const isCut = rest.length > shown.length;
  const token = isCut ? `<NextContinuationToken>${shown.at(-1)?.[0]}</NextContinuationToken>` : "";
  return `<ListBucketResult><IsTruncated>${isCut}</IsTruncated>${token}${contents.join("")}</ListBucketResult>`;
}
