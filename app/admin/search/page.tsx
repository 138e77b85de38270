import { Search, SearchX } from "lucide-react";
import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { searchPlatform } from "@/lib/platform-search/commands";
import { platformSearchInput } from "@/lib/platform-search/schema";
import { FoundGroups } from "./found-groups";
import { SearchForm } from "./search-form";

export const metadata: Metadata = { title: "Search" };

const EXAMPLES =
  "An id, a customer's or user's e-mail address, a payment's reference, a name of a user, account or tenant, or an API key's prefix or last four signs.";

export default adminPage(async ({ admin, person: { timeZone }, searchParams }) => {
  const given = typeof searchParams.q === "string" ? searchParams.q : "";
  const input = platformSearchInput.safeParse({ q: given });
  // Each search leaves a line in the audit log: nothing is looked for before there are words.
  const found = input.success ? await searchPlatform(admin, input.data) : null;
  const isEmpty = found !== null && Object.values(found).every(({ items }) => items.length === 0);
  return (
    <>
      <PageHeader
        title="Search"
        description="Across all tenants. Customers' addresses are found as a whole only and shown masked, and the audit log keeps each search."
      />
      <div className="flex flex-col gap-4">
        <SearchForm initial={given} />
        {!input.success && given.trim() !== "" && (
          <Alert tone="warning">{input.error.issues[0]?.message ?? "These words cannot be searched for"}</Alert>
        )}
        {given.trim() === "" && <EmptyState icon={Search} title="What are you looking for?" description={EXAMPLES} />}
        {isEmpty && <EmptyState icon={SearchX} title="Nothing found" description={EXAMPLES} />}
        {found && !isEmpty && <FoundGroups found={found} q={given.trim()} timeZone={timeZone} />}
      </div>
    </>
  );
});
