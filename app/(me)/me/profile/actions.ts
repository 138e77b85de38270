"use server";

import { personAction } from "@/lib/http/action";
import { updateProfile } from "@/lib/profile/commands";
import { updateProfileInput } from "@/lib/profile/schema";

export const updateProfileAction = personAction(updateProfileInput, updateProfile);
