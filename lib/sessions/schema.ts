import { z } from "zod";
import { NETWORK_KINDS } from "../network-kind";
import { uuid } from "../validation";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const count = z.int().min(0);

/** A sign-in of a person, as the person sees it. */
export const session = z.object({
  id: uuid,
  is_current: z.boolean().meta({ examples: [true], description: "The session that asks" }),
  device: z
    .object({
      browser: z.string().nullable(),
      system: z.string().nullable(),
      kind: z.enum(["computer", "phone", "tablet", "program"]).nullable(),
    })
    .meta({
      examples: [{ browser: "Firefox", system: "Windows", kind: "computer" }],
      description: "As far as the browser tells",
    }),
  user_agent: z
    .string()
    .nullable()
    .meta({ examples: ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0"] }),
  ip_address: z
    .string()
    .nullable()
    .meta({ examples: ["203.0.113.7"], description: "From where the person signed in" }),
  network: z
    .enum(NETWORK_KINDS)
    .nullable()
    .meta({
      examples: ["internet"],
      description: "Where that address lies: on the server's own machine, in a private network, or on the internet",
    }),
  country: z
    .string()
    .nullable()
    .meta({
      examples: ["PT"],
      description: "Where that address is registered, ISO 3166-1 alpha-2; null where no register says",
    }),
  created_at: time.meta({ description: "Sign-in" }),
  last_seen_at: time.meta({ description: "Last use, to the minute" }),
  expires_at: time.meta({ description: "End, unless it is used before" }),
  ends_at: time.meta({ description: "End, however much it is used" }),
  ended_at: time.nullable().meta({ examples: [null], description: "When somebody ended it; null while it lives" }),
});
export type Session = z.infer<typeof session>;

export const sessionId = z.strictObject({ id: uuid });

export const endSessionsInput = z.strictObject({
  keep_current: z
    .boolean()
    .default(true)
    .meta({ examples: [true], description: "false: the session that asks ends too" }),
});

export const endedSessions = z.object({ ended: count.meta({ examples: [3], description: "How many were ended" }) });
export type EndedSessions = z.infer<typeof endedSessions>;
