import { profileOperations } from "@/lib/http/operations/profile";
import { otherMethods, route } from "@/lib/http/route";
import { updateProfile } from "@/lib/profile/commands";
import { getProfile } from "@/lib/profile/queries";

export const GET = route(profileOperations.get, getProfile);
export const PATCH = route(profileOperations.update, updateProfile);
export const { POST, PUT, DELETE, OPTIONS } = otherMethods(GET, PATCH);
