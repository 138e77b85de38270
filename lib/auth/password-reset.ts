import type { RequestOrigin } from "../actor";
import { AppError, fieldError } from "../errors";
import { credentials } from "../tenant-db";
import { countReset } from "./guess-limits";
import { passwordChangedMail } from "./mails";
import { hashPassword, passwordProblem } from "./passwords";
import type { ForgotPasswordInput, ResetPasswordInput } from "./schema";
import { hashToken } from "./second-factor";

const LINK_IS_OVER = "This link serves no more: it was used, or it is older than 30 minutes. Ask for a new one";

/**
 * Asks for a new password. The answer and the work are the same whether or not anybody has the address, and whether or
 * not enough mails went there already.
 * @throws AppError `rate_limited` for too many requests from one address; `unavailable`
 */
export async function askForNewPassword({ email }: ForgotPasswordInput, origin: RequestOrigin): Promise<null> {
  const address = email.toLowerCase();
  if (await countReset(address, origin.ipAddress)) await credentials.askPasswordReset(address, origin);
  return null;
}

/** The address that a mailed token is for, or null for one that serves no more. */
export async function addressOfReset(token: string): Promise<string | null> {
  return (await credentials.findPasswordReset(hashToken(token)))?.email ?? null;
}

/**
 * Sets a new password by a mailed token, and ends all sessions of the person. A second factor stays.
 * @throws AppError `conflict` for a token that serves no more; `validation_error` that names `password`
 */
export async function resetPassword({ token, password }: ResetPasswordInput, origin: RequestOrigin): Promise<null> {
  const person = await credentials.findPasswordReset(hashToken(token));
  if (!person) throw new AppError("conflict", LINK_IS_OVER);
  const problem = passwordProblem(password, person.email);
  if (problem) throw fieldError("password", problem);
  const hash = await hashPassword(password);
  const mail = passwordChangedMail(person.locale, origin);
  const isDone = await credentials.resetPassword(hashToken(token), hash, origin, mail);
  if (!isDone) throw new AppError("conflict", LINK_IS_OVER);
  return null;
}
