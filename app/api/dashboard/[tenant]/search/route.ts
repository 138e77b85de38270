import { commandTexts } from "@/app/(dashboard)/[tenant]/_command/command-texts";
import { findEntries } from "@/app/(dashboard)/[tenant]/_command/found-entries";
import { memberJson } from "@/lib/http/member-route";
import { searchInput } from "@/lib/search/schema";

export const GET = memberJson("/api/dashboard/[tenant]/search", searchInput, async (...asked) =>
  findEntries(await commandTexts(), ...asked),
);
