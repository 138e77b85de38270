import { z } from "zod";
import { matchingIds, type ReadPage, reader } from "@/app/_lists/matching-ids";
import type { MatchingIds } from "@/components/data-table/bulk-action";
import type { PlatformAdminActor } from "@/lib/actor";
import { listQueuedJobs } from "@/lib/queued-jobs/queries";
import { queuedJobList } from "@/lib/queued-jobs/schema";
import { listUsers } from "@/lib/users/queries";
import { userList } from "@/lib/users/schema";

const READERS = {
  users: reader(userList, listUsers),
  jobs: reader(queuedJobList, listQueuedJobs),
} satisfies Record<string, ReadPage<PlatformAdminActor>>;

/** Lists of the platform whose rows can be chosen on all pages at once. */
export type MatchingList = keyof typeof READERS;
const LISTS = Object.keys(READERS) as [MatchingList, ...MatchingList[]];

export const findMatchingInput = z.strictObject({
  list: z.enum(LISTS),
  /** Query string of the list's page. */
  query: z.string().max(8000),
});

/** The ids of the rows that one of the platform's lists holds on all its pages. */
export function findMatching(
  admin: PlatformAdminActor,
  input: z.output<typeof findMatchingInput>,
): Promise<MatchingIds> {
  return matchingIds(READERS[input.list], admin, input.query);
}
