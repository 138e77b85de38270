import { createHmac } from "node:crypto";

/** The roles that the application logs in as; job_worker reaches the job queue only. */
export const LOGIN_ROLES = ["tenant_user", "platform_admin", "job_worker"] as const;

export type LoginRole = (typeof LOGIN_ROLES)[number];

export interface DatabaseUrls {
  /** Owner: migrations and operators' commands only, never given to the web process. */
  ownerUrl: string;
  tenantUrl: string;
  platformUrl: string;
  jobsUrl: string;
}

/** Password of a login role, derived from the application's secret so that nothing needs to be stored. */
export function rolePassword(role: LoginRole, secret: string): string {
  return createHmac("sha256", secret).update(role).digest("base64url");
}

/** The owner's URL with another role's name and password; host, port, database and parameters stay. */
export function roleUrl(ownerUrl: string, role: LoginRole, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(role, secret);
  return url.toString();
}

/** The connection strings: those of the environment where given, the others derived from the owner's. */
export function databaseUrls(
  ownerUrl: string,
  secret: string,
  given: Partial<Record<string, string>> = process.env,
): DatabaseUrls {
  return {
    ownerUrl,
    tenantUrl: given.TENANT_DATABASE_URL || roleUrl(ownerUrl, "tenant_user", secret),
    platformUrl: given.PLATFORM_DATABASE_URL || roleUrl(ownerUrl, "platform_admin", secret),
    jobsUrl: given.JOBS_DATABASE_URL || roleUrl(ownerUrl, "job_worker", secret),
  };
}
