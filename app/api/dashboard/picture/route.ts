import { personPicture } from "@/lib/http/member-route";
import { getPicture } from "@/lib/profile/queries";
import { pictureQuery } from "@/lib/profile/schema";

export const GET = personPicture("/api/dashboard/picture", pictureQuery, getPicture);
