import { createHash } from "node:crypto";
import ipaddr from "ipaddr.js";
import { AppError } from "../errors";
import { credentials } from "../tenant-db";

// Guessing is limited in windows of 15 minutes, which are never prolonged: nobody is locked out for longer, whatever a
// stranger does. The counts are in the database and outlive the process.

const WINDOW_SECONDS = 15 * 60;

/** Wrong passwords for one person from one address. */
const PER_PERSON_AND_ADDRESS = 10;
/** Wrong passwords from one address, for whomever: one that tries the same password on many. */
const PER_ADDRESS = 100;
/** Wrong passwords for one person from all addresses that the person is not known to sign in from. */
const PER_PERSON = 50;
/** Wrong codes of a second factor, by who knows the password already. */
const CODES = 5;
/** Wrong passwords within a session, of who wants to change something there. */
const OWN_PASSWORD = 10;
/** Mails with a new password for one person, and requests for them from one address. */
const RESET_MAILS = 3;
const RESETS_PER_ADDRESS = 20;
/** Reports of leaked access keys from one address. */
const KEY_REPORTS = 20;

/** To be called when the attempt succeeded: it does not count then. */
export type Succeeded = () => Promise<void>;

/**
 * Counts an attempt to sign in, before its outcome is known. Unknown people are counted like others.
 * @throws AppError `rate_limited` with the seconds to wait
 */
export async function countSignIn(email: string, ipAddress: string | null): Promise<Succeeded> {
  const person = limit("sign-in person", email, PER_PERSON);
  const pair = limit("sign-in", `${email} ${networkOf(ipAddress) ?? ""}`, PER_PERSON_AND_ADDRESS);
  const address = ofAddress("sign-in address", ipAddress, PER_ADDRESS);
  const wait = await credentials.takeSignInGuesses(email, ipAddress, [pair, ...address], [person]);
  if (wait !== null) throw tooMany(wait);
  return () => credentials.returnGuesses([pair.key], [person.key, ...address.map(({ key }) => key)]);
}

/** The same for a code of a second factor. @throws AppError `rate_limited` */
export function countCode(userId: string): Promise<Succeeded> {
  return count(limit("code", userId, CODES));
}

/** The same for the password of who has a session already. @throws AppError `rate_limited` */
export function countOwnPassword(userId: string): Promise<Succeeded> {
  return count(limit("own password", userId, OWN_PASSWORD));
}

/**
 * Counts a request for a new password. False where the address got enough mails: the answer must not tell.
 * @throws AppError `rate_limited` for too many requests from one address
 */
export async function countReset(email: string, ipAddress: string | null): Promise<boolean> {
  const wait = await credentials.takeGuesses(ofAddress("reset address", ipAddress, RESETS_PER_ADDRESS));
  if (wait !== null) throw tooMany(wait);
  return (await credentials.takeGuesses([limit("reset", email, RESET_MAILS)])) === null;
}

/** Counts a report of a leaked access key. @throws AppError `rate_limited` */
export async function countKeyReport(ipAddress: string | null): Promise<void> {
  await count(limit("key report", networkOf(ipAddress) ?? "", KEY_REPORTS));
}

async function count(one: credentials.GuessLimit): Promise<Succeeded> {
  const wait = await credentials.takeGuesses([one]);
  if (wait !== null) throw tooMany(wait);
  return () => credentials.returnGuesses([one.key], []);
}

function limit(what: string, whose: string, most: number): credentials.GuessLimit {
  return { key: createHash("sha256").update(`${what}\0${whose}`).digest("base64url"), most, seconds: WINDOW_SECONDS };
}

function ofAddress(what: string, ipAddress: string | null, most: number): credentials.GuessLimit[] {
  const network = networkOf(ipAddress);
  return network === null ? [] : [limit(what, network, most)];
}

/** Who has one IPv6 address has all 2^64 of its network. */
function networkOf(ipAddress: string | null): string | null {
  if (ipAddress === null || !ipaddr.isValid(ipAddress)) return null;
  const address = ipaddr.parse(ipAddress);
  return address instanceof ipaddr.IPv6
    ? address.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(":")
    : address.toString();
}

function tooMany(waitSeconds: number): AppError {
  const minutes = Math.ceil(waitSeconds / 60);
  const time = minutes === 1 ? "a minute" : `${minutes} minutes`;
  return new AppError("rate_limited", `Too many attempts: try again in ${time}`, { retryAfterSeconds: waitSeconds });
}
