import { z } from "zod";
import { commandTexts } from "@/app/(dashboard)/[tenant]/_command/command-texts";
import { offeredEntries } from "@/app/(dashboard)/[tenant]/_command/offered-entries";
import { memberJson } from "@/lib/http/member-route";

export const GET = memberJson("/api/dashboard/[tenant]/commands", z.strictObject({}), async (...asked) =>
  offeredEntries(await commandTexts(), ...asked),
);
