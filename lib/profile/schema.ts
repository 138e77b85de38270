import { z } from "zod";
import { LOCALES } from "../locale";
import { CLOCKS, DATE_FORMATS } from "../time";
import { blankToNull, httpUrl, text, timeZone, uuid } from "../validation";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const dateFormat = z
  .enum(DATE_FORMATS)
  .meta({ examples: ["YYYY-MM-DD"], description: "How days are written on pages" });
const clock = z.enum(CLOCKS).meta({ examples: ["24h"], description: "How times of day are written on pages" });

const keyboardShortcuts = z.boolean().meta({
  examples: [true],
  description: "Pages act on single keys, such as `?` or `g p`; those with Ctrl or ⌘ work in any case",
});

const locale = z
  .enum(LOCALES)
  .nullable()
  .meta({ examples: ["de"], description: "Language of the pages as a BCP 47 tag; null: as the browser prefers" });

const avatarUrl = httpUrl
  .refine((value) => value.startsWith("https://"), "Must be an https address")
  .meta({
    examples: ["https://people.example.com/ann.png"],
    description: "Of a PNG, JPEG, GIF or WebP of at most 256 kB, which is copied when it is set; null: initials",
  });

/** A person, as the person sees and changes it. */
export const profile = z.object({
  id: uuid,
  email: z.string().meta({ examples: ["ann@example.com"] }),
  full_name: z.string().meta({ examples: ["Ann Example"] }),
  avatar_url: avatarUrl.nullable(),
  time_zone: timeZone.meta({ description: "Of all times on pages" }),
  date_format: dateFormat,
  clock,
  keyboard_shortcuts: keyboardShortcuts,
  locale,
  last_login: time.nullable(),
  created_at: time,
  updated_at: time,
});
export type Profile = z.infer<typeof profile>;

export const updateProfileInput = z.strictObject({
  full_name: text(200)
    .meta({ examples: ["Ann Example"] })
    .optional(),
  avatar_url: blankToNull(avatarUrl)
    .meta({ examples: [null] })
    .optional(),
  time_zone: timeZone.optional(),
  date_format: dateFormat.optional(),
  clock: clock.optional(),
  keyboard_shortcuts: keyboardShortcuts.optional(),
  locale: locale.optional(),
});
export type UpdateProfileInput = z.infer<typeof updateProfileInput>;

export const pictureQuery = z.strictObject({ user_id: uuid });

/** By which ways a person signs in. */
export interface SignInWays {
  email: string;
  /** ISO 8601; null: there is no password. */
  password_changed_at: string | null;
  has_google: boolean;
  last_login: string | null;
}
