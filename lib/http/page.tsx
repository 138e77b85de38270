import { headers } from "next/headers";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { listGivers } from "../access/givers";
import type { MemberActor, PersonActor, PlatformAdminActor } from "../actor";
import { currentOrigin, currentSession, personActor, platformAdminActor, signedInMember } from "../auth/actor";
import { nextPath, signInPath } from "../auth/next-path";
import { REQUEST_PATH_HEADER } from "../auth/request-origin";
import { env } from "../env";
import { AppError } from "../errors";
import type { Permission } from "../permissions";
import { identity } from "../tenant-db";
import { NoPlatformAdmin } from "./no-platform-admin";
import { missingPermission, Refusal, type RefusalProps } from "./refusal";

type Person = identity.SessionPerson;
export type SearchParams = Record<string, string | string[] | undefined>;

interface RouteProps<P> {
  params: Promise<P>;
  /** Layouts get none. */
  searchParams?: Promise<SearchParams>;
  /** Pages get none. */
  children?: ReactNode;
}

interface Given<P> {
  params: P;
  searchParams: SearchParams;
  /** What a layout surrounds. */
  children: ReactNode;
}

/** What a page or layout under `/[tenant]` gets: who asks, where, and the route's parameters, already awaited. */
export interface TenantPageProps<P> extends Given<P & { tenant: string }> {
  actor: MemberActor;
  tenant: { id: string; slug: string; name: string };
  /** Name, time zone, and the tenants to switch between. */
  person: Person;
}

export interface TenantPageOptions {
  /** What the page's form needs, where its queries alone would let more people in. */
  permission?: Permission;
}

/** What a page or layout under `/admin` gets. */
export interface AdminPageProps<P> extends Given<P> {
  admin: PlatformAdminActor;
  person: Person;
}

/** What a page or layout for everybody who is signed in gets. */
export interface PersonPageProps extends Omit<Given<object>, "params"> {
  /** For queries about what is the person's own. */
  actor: PersonActor;
  person: Person;
}

/**
 * A page (or layout) of one tenant: `export default tenantPage<{ id: string }>(async ({ actor, params }) => …)`.
 * It queries as it likes; whatever the actor may not have becomes the right answer here: sign-in, "not found", a page
 * that names the missing permission, or the error page with the request id.
 */
export function tenantPage<P extends object = object>(
  render: (props: TenantPageProps<P>) => Promise<ReactNode> | ReactNode,
  { permission }: TenantPageOptions = {},
): (props: RouteProps<P & { tenant: string }>) => Promise<ReactNode> {
  return (props) =>
    answer(
      async () => {
        const given = await awaited(props);
        const member = await signedInMember(given.params.tenant);
        if (permission && !member.actor.permissions.has(permission))
          throw new AppError("forbidden", undefined, { data: { permission } });
        return render({ ...given, ...member });
      },
      async () => (await props.params).tenant,
    );
}

/**
 * A page (or layout) of the platform's admins; for everybody else it does not exist. Where there is no admin at all,
 * whoever is signed in reads how the first one is made.
 */
export function adminPage<P extends object = object>(
  render: (props: AdminPageProps<P>) => Promise<ReactNode> | ReactNode,
): (props: RouteProps<P>) => Promise<ReactNode> {
  return (props) =>
    answer(async () => {
      const given = await awaited(props);
      const admin = await platformAdminActor().catch(async (error: unknown) => {
        if (!(error instanceof AppError && error.code === "forbidden")) throw error;
        if (await identity.hasPlatformAdmins()) throw new AppError("not_found");
        return null;
      });
      if (!admin) return <NoPlatformAdmin />;
      const { person } = await currentSession();
      return render({ ...given, admin, person });
    });
}

/** A page (or layout) for everybody who is signed in. */
export function personPage(
  render: (props: PersonPageProps) => Promise<ReactNode> | ReactNode,
): (props: RouteProps<object>) => Promise<ReactNode> {
  return (props) =>
    answer(async () => {
      const { params: _none, ...given } = await awaited(props);
      const [actor, { person }] = await Promise.all([personActor(), currentSession()]);
      return render({ ...given, actor, person });
    });
}

async function awaited<P>({ params, searchParams, children }: RouteProps<P>): Promise<Given<P>> {
  return { params: await params, searchParams: (await searchParams) ?? {}, children };
}

/** @param tenantSlug whose members can help where something is refused, if any */
async function answer(render: () => Promise<ReactNode>, tenantSlug?: () => Promise<string>): Promise<ReactNode> {
  try {
    return await render();
  } catch (error) {
    unstable_rethrow(error);
    const { requestId } = await currentOrigin();
    if (!(error instanceof AppError) || error.code === "internal") throw withDigest(error, requestId);
    if (error.status === 401) redirect(signInPath(nextPath((await headers()).get(REQUEST_PATH_HEADER), env().appUrl)));
    if (error.status === 404) notFound();
    if (error.code === "second_factor_required") redirect(await secondFactorPath());
    return <Refusal error={error} requestId={requestId} {...(await helpFor(error, await tenantSlug?.()))} />;
  }
}

/** Who can give what is missing, and as whom the refused person looks. */
async function helpFor(
  error: AppError,
  tenantSlug: string | undefined,
): Promise<Pick<RefusalProps, "givers" | "viewedAs" | "isVisit">> {
  const permission = missingPermission(error);
  if (!permission || tenantSlug === undefined) return { givers: [], viewedAs: undefined };
  const { actor } = await signedInMember(tenantSlug);
  const givers = actor.view || actor.visit ? [] : await listGivers(actor, permission);
  return { givers, viewedAs: actor.view?.label, isVisit: actor.visit !== undefined };
}

/** Where a second factor is set up, with the way back. */
async function secondFactorPath(): Promise<string> {
  const next = nextPath((await headers()).get(REQUEST_PATH_HEADER), env().appUrl);
  return `/me/security?${new URLSearchParams({ required: "second-factor", ...(next && { next }) })}`;
}

/** Next shows the error page an error's digest and nothing else of it: let that be the id which the log has too. */
function withDigest(error: unknown, requestId: string): Error {
  return Object.assign(error instanceof Error ? error : new Error("Not an error", { cause: error }), {
    digest: requestId,
  });
}
