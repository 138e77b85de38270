import { ButtonLink } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import type { Giver } from "../access/givers";
import type { AppError } from "../errors";
import { isPermission, PERMISSIONS, type Permission } from "../permissions";

/** The permission for want of which something was refused, if it was. */
export function missingPermission(error: AppError): Permission | null {
  const name = error.code === "forbidden" ? error.data?.permission : undefined;
  return name !== undefined && isPermission(name) ? name : null;
}

export interface RefusalProps {
  error: AppError;
  requestId: string;
  /** Members who could give the missing permission. */
  givers: readonly Giver[];
  /** Whom somebody looks at this as, if so. */
  viewedAs: string | undefined;
}

/** Stands in the place of a page that is refused: what is missing, in words and by name, and who can give it. */
export function Refusal({ error, requestId, givers, viewedAs }: RefusalProps) {
  const permission = missingPermission(error);
  const closed = closedTitle(error);
  const title = closed ?? (error.code === "forbidden" ? refusedTitle(viewedAs) : "This could not be loaded");
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <ErrorState
        title={title}
        description={
          permission ? (
            <>
              It takes the permission <code className="font-mono">{permission}</code>: {PERMISSIONS[permission]}.{" "}
              {!viewedAs && whomToAsk(givers)}
            </>
          ) : (
            sentenceOf(error, closed)
          )
        }
        requestId={requestId}
        action={closed && <ButtonLink href="/me">My account and other tenants</ButtonLink>}
      />
    </>
  );
}

const ASK_SUPPORT = "Nobody in this tenant can change that: ask the support of this platform, and name the request id.";

/** The refusal's own sentence; where it says more than the title, with whom to ask. */
function sentenceOf({ message }: AppError, closed: string | null): string {
  if (closed === null) return message;
  return closed === message ? ASK_SUPPORT : `${message}. ${ASK_SUPPORT}`;
}

/** What the platform has closed to everybody in a tenant, if that is why. */
function closedTitle({ code, data }: AppError): string | null {
  if (data?.tenant === "suspended") return "This tenant is suspended";
  if (code !== "switched_off") return null;
  return data?.switch === "dashboard" ? "The dashboard is switched off" : "This is switched off";
}

function refusedTitle(viewedAs: string | undefined): string {
  return viewedAs ? `${viewedAs} may not see this` : "You may not see this";
}

function whomToAsk(givers: readonly Giver[]): string {
  const names = givers.map(({ name }) => name);
  if (names.length === 0) return "Nobody in this tenant can give it at present.";
  const all = names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}` : names[0];
  return `Ask ${all} for a role that has it.`;
}
