import { hash, verify } from "@node-rs/argon2";
import { isCommonPassword } from "./common-passwords";

/** Characters of a new password. The upper bound keeps hashing cheap to refuse. */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;

// Argon2id, the package's algorithm where none is named, with the parameters that OWASP recommends: 19 MiB, two passes.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Of a random password nobody knows, made with the parameters above.
const HASH_OF_NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$Jm6oOAcmXvhvLm/YnVkUUg$C+Fqd7aibSTK3fPg40Krpkx3VSJwgY/rvJAKgtfEkVc";

/**
 * Why a password may not be chosen, as a sentence, or null if it may.
 * @param email the person's, which must not be the password
 */
export function passwordProblem(password: string, email?: string): string | null {
  if (password.length < PASSWORD_LENGTH.min) return `Must have at least ${PASSWORD_LENGTH.min} characters`;
  if (password.length > PASSWORD_LENGTH.max) return `Must have at most ${PASSWORD_LENGTH.max} characters`;
  if (email && isMadeOf(password, email)) return "Must not be your e-mail address";
  if (isCommonPassword(password))
    return "Is too common or too simple: choose a rarer one, such as four words that nobody else would put together";
  return null;
}

/** True for the address, or the part of it before the @, with nothing but trimmings. */
function isMadeOf(password: string, email: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, "");
  const given = bare(password);
  return [email, email.split("@")[0] ?? ""].some((part) => bare(part).length >= 3 && bare(part) === given);
}

/** The stored form of a password: argon2id with its parameters and a random salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/**
 * True if the given password is the stored one. Without a stored one (unknown person, or one who signs in with Google
 * only) the same work is done, so that the time taken does not tell who exists.
 */
export async function verifyPassword(stored: string | null, given: string): Promise<boolean> {
  if (given.length > PASSWORD_LENGTH.max) return false;
  const matches = await verify(stored ?? HASH_OF_NOBODY, given.normalize("NFKC"));
  return matches && stored !== null;
}
