import type { z } from "zod";
import type { MemberActor, PersonActor, PlatformAdminActor } from "../actor";
import { memberActor, personActor, platformAdminActor, signedInMember } from "../auth/actor";
import { signInPath } from "../auth/next-path";
import { env } from "../env";
import { AppError } from "../errors";
import type { StoredBytes } from "../stored-bytes";
import { answering } from "./answer";
import { bytesAnswer } from "./bytes";
import { readJson } from "./input";
import { readMultipart } from "./multipart";
import { zodIssues } from "./problem";

// Files cannot travel by server action: their progress shows only in a request of the page's own, and a download is an
// address. These are the two, for the session cookie; answers and failures are in the API's form.

interface TenantRoute {
  params: Promise<{ tenant: string }>;
}

type MemberHandler = (request: Request, route: TenantRoute) => Promise<Response>;

/** Takes a file from a page: `export const POST = memberUpload("…", input, command)` below `/api/dashboard/[tenant]`. */
export function memberUpload<S extends z.ZodType>(
  path: string,
  schema: S,
  command: (actor: MemberActor, input: z.output<S>) => Promise<unknown>,
): MemberHandler {
  return async (request, { params }) => {
    const { tenant } = await params;
    const handle = answering(
      path,
      async () => {
        if (request.headers.get("origin") !== env().appUrl)
          throw new AppError("forbidden", `This works only on pages that were opened at ${env().appUrl}`);
        const { actor } = await memberActor(tenant);
        return { status: 200, body: await command(actor, await readMultipart(request, schema)) };
      },
      () => env().uploadTimeoutMs,
    );
    return handle(request);
  };
}

/**
 * Gives a page the bytes of `?id=`, to save or, with `&show=true` and one of the types `shown`, to show in the page.
 * @param input what the query's parameters must be
 */
export function memberDownload<S extends z.ZodType>(
  path: string,
  input: S,
  shown: readonly string[],
  query: (actor: MemberActor, input: z.output<S>) => Promise<StoredBytes>,
): MemberHandler {
  return async (request, { params }) => {
    const { tenant } = await params;
    const handle = answering(path, async () => {
      // Pages of others neither show it nor lead to it.
      if (/^(cross-site|same-site)$/.test(request.headers.get("sec-fetch-site") ?? "")) throw new AppError("not_found");
      const { show, ...parameters } = Object.fromEntries(new URL(request.url).searchParams);
      const parsed = input.safeParse(parameters);
      if (!parsed.success) throw new AppError("not_found");
      const member = await memberActor(tenant).catch(asSignIn);
      if ("status" in member) return member;
      const bytes = await query(member.actor, parsed.data);
      return bytesAnswer(request, bytes, show && shown.includes(bytes.contentType) ? "inline" : "attachment");
    });
    return handle(request);
  };
}

/**
 * Gives a page data that it shows only when asked for: `export const GET = memberJson("…", input, query)`. As with
 * downloads, pages of others get nothing, and wrong parameters are an address where nothing is.
 */
export function memberJson<S extends z.ZodType>(
  path: string,
  input: S,
  query: (
    actor: MemberActor,
    input: z.output<S>,
    person: { timeZone: string },
    tenant: { slug: string },
  ) => Promise<unknown>,
): MemberHandler {
  return async (request, { params }) => {
    const { tenant } = await params;
    const handle = answering(path, async () => {
      if (/^(cross-site|same-site)$/.test(request.headers.get("sec-fetch-site") ?? "")) throw new AppError("not_found");
      const parsed = input.safeParse(Object.fromEntries(new URL(request.url).searchParams));
      if (!parsed.success) throw new AppError("not_found");
      const member = await signedInMember(tenant);
      return { status: 200, body: await query(member.actor, parsed.data, member.person, member.tenant) };
    });
    return handle(request);
  };
}

/**
 * Answers a question of a page that is too long for an address, and changes nothing:
 * `export const POST = memberQuestion("…", input, query)`.
 */
export function memberQuestion<S extends z.ZodType>(
  path: string,
  schema: S,
  query: (actor: MemberActor, input: z.output<S>) => Promise<unknown>,
): MemberHandler {
  return async (request, { params }) => {
    const { tenant } = await params;
    const handle = answering(path, async () => {
      if (request.headers.get("origin") !== env().appUrl)
        throw new AppError("forbidden", `This works only on pages that were opened at ${env().appUrl}`);
      const { actor } = await memberActor(tenant);
      const parsed = schema.safeParse(await readJson(request, env().bodyLimitBytes));
      if (!parsed.success)
        throw new AppError("validation_error", undefined, { issues: zodIssues(parsed.error, ["body"]) });
      return { status: 200, body: await query(actor, parsed.data) };
    });
    return handle(request);
  };
}

/** Gives an admin's page the bytes of `?id=`, to save: `export const GET = adminDownload("…", input, query)`. */
export function adminDownload<S extends z.ZodType>(
  path: string,
  input: S,
  query: (admin: PlatformAdminActor, input: z.output<S>) => Promise<StoredBytes>,
): (request: Request) => Promise<Response> {
  return answering(path, async (request) => {
    if (/^(cross-site|same-site)$/.test(request.headers.get("sec-fetch-site") ?? "")) throw new AppError("not_found");
    const parsed = input.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!parsed.success) throw new AppError("not_found");
    const admin = await platformAdminActor().catch(asSignIn);
    if ("status" in admin) return admin;
    return bytesAnswer(request, await query(admin, parsed.data), "attachment");
  });
}

/** Shows a page a picture, for the person whose session it is: `export const GET = personPicture("…", input, query)`. */
export function personPicture<S extends z.ZodType>(
  path: string,
  input: S,
  query: (actor: PersonActor, input: z.output<S>) => Promise<StoredBytes>,
): (request: Request) => Promise<Response> {
  return answering(path, async (request) => {
    if (/^(cross-site|same-site)$/.test(request.headers.get("sec-fetch-site") ?? "")) throw new AppError("not_found");
    const parsed = input.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!parsed.success) throw new AppError("not_found");
    return bytesAnswer(request, await query(await personActor(), parsed.data), "inline");
  });
}

/** Whose session has ended signs in again, and finds the link once more on the page that had it. */
function asSignIn(error: unknown) {
  if (!(error instanceof AppError && error.status === 401)) throw error;
  return { status: 303, headers: { location: signInPath(null) } };
}
