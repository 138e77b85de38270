import { z } from "zod";
import { signInOrigin } from "../sign-in-origin";
import { uuid } from "../validation";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const count = z.int().min(0);

/** A sign-in of a person, as the person sees it. */
export const session = z.object({
  id: uuid,
  is_current: z.boolean().meta({ examples: [true], description: "The session that asks" }),
  ...signInOrigin,
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
