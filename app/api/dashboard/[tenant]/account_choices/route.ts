import { z } from "zod";
import { readAccountChoices } from "@/app/(dashboard)/[tenant]/_lists/filter-accounts";
import { memberJson } from "@/lib/http/member-route";

export const GET = memberJson("/api/dashboard/[tenant]/account_choices", z.strictObject({}), readAccountChoices);
