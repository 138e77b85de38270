import { generate } from "otplib";

/** The code that an authenticator app shows for a secret, now or some steps of 30 seconds later. */
export function codeOf(secretText: string, steps = 0): Promise<string> {
  const secret = secretText.replaceAll(" ", "");
  return generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
}
