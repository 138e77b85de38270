import type { HttpMethod } from "../api";
import { asOwner, makeAccount, type TestTenant } from "../fixtures";

export interface SampleRequest {
  method: HttpMethod;
  address: string;
  body?: Record<string, unknown>;
  /** What the sender must send besides, such as a signature. */
  headers?: Record<string, string>;
  /** Sent as multipart, instead of a body. */
  form?: FormData;
}

/** Makes the request of one operation, about a record of its own or the one that is named. */
export type Sample = (tenant: TestTenant, id: string | undefined) => Promise<Omit<SampleRequest, "method">>;

/** What needs no more than its address. */
export const list =
  (path: string): Sample =>
  async () => ({ address: path });

/** One record done as many would be. */
export const bulk =
  (path: string, idOf: (tenant: TestTenant, id: string | undefined) => Promise<string>): Sample =>
  async (tenant, id) => ({ address: `/api/v1/${path}`, body: { ids: [await idOf(tenant, id)] } });

/** The same by the platform's staff, who say why. */
export const reasonedBulk =
  (path: string, idOf: (tenant: TestTenant, id: string | undefined) => Promise<string>): Sample =>
  async (tenant, id) => ({ address: `/api/v1/admin/${path}`, body: { ids: [await idOf(tenant, id)], ...REASON } });

/** The account that is named, or a new one. */
export const accountOf = async (tenant: TestTenant, id: string | undefined) => id ?? (await makeAccount(tenant)).id;

/** Why the sample does what has to be given a reason. */
export const REASON = { reason: "Sample" };

/** The id in a statement's first row, read as the owner. */
export async function idFrom(tenant: TestTenant, text: string, values: unknown[]): Promise<string> {
  const [row] = await asOwner<{ id: string }>(tenant.database, text, values);
  if (!row) throw new Error(`nothing was found by ${text}`);
  return row.id;
}

/** Requests by the operation's id. */
export type Samples = Readonly<Record<string, Sample>>;
