"use server";

import { keepLocale } from "@/lib/auth/locale-cookie";
import { personAction } from "@/lib/http/action";
import { updateProfile } from "@/lib/profile/commands";
import { updateProfileInput } from "@/lib/profile/schema";

/** The language shows at once, on this device too. */
export const updateProfileAction = personAction(updateProfileInput, async (actor, input) => {
  const profile = await updateProfile(actor, input);
  if (input.locale !== undefined) await keepLocale(profile.locale);
  return profile;
});
