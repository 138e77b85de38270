import { cookies } from "next/headers";
import { env } from "../env";
import { isUuid } from "../text";

// Which view a browser looks through. The cookie only names it: the database says whether it is this session's, and lives.

const VIEW_COOKIE = "bulkhead-view";

/** Longer than any view: when it ends, the database decides. */
const COOKIE_SECONDS = 20 * 60;

/** The view that the current page request or action names, or null. */
export async function currentViewId(): Promise<string | null> {
  const id = (await cookies()).get(VIEW_COOKIE)?.value;
  return id && isUuid(id) ? id : null;
}

/** Lets the browser look through a view from the next request on; null: as oneself again. For server actions only. */
export async function setCurrentView(id: string | null): Promise<void> {
  const jar = await cookies();
  if (id === null) jar.delete(VIEW_COOKIE);
  else
    jar.set(VIEW_COOKIE, id, {
      httpOnly: true,
      sameSite: "lax",
      secure: env().appUrl.startsWith("https:"),
      path: "/",
      maxAge: COOKIE_SECONDS,
    });
}
