import { Search, SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageSentence } from "@/lib/http/page-sentence";
import { pageTitle } from "@/lib/http/page-title";
import { searchPlatform } from "@/lib/platform-search/commands";
import { platformSearchInput } from "@/lib/platform-search/schema";
import { FoundGroups } from "./found-groups";
import { SearchForm } from "./search-form";

export const generateMetadata = pageTitle((t) => t("platform.search.title"));

export default adminPage(async ({ admin, person: { timeZone }, searchParams }) => {
  const t = await getTranslations("server.platform");
  const tShared = await getTranslations("client.platform");
  const sentence = await pageSentence();
  const given = typeof searchParams.q === "string" ? searchParams.q : "";
  const input = platformSearchInput.safeParse({ q: given });
  const issue = input.error?.issues[0];
  // Each search leaves a line in the audit log: nothing is looked for before there are words.
  const found = input.success ? await searchPlatform(admin, input.data) : null;
  const isEmpty = found !== null && Object.values(found).every(({ items }) => items.length === 0);
  return (
    <>
      <PageHeader title={t("search.title")} description={tShared("search.help")} />
      <div className="flex flex-col gap-4">
        <SearchForm initial={given} />
        {!input.success && given.trim() !== "" && (
          <Alert tone="warning">{issue ? sentence(issue.message) : t("search.invalid")}</Alert>
        )}
        {given.trim() === "" && (
          <EmptyState icon={Search} title={t("search.start")} description={t("search.examples")} />
        )}
        {isEmpty && <EmptyState icon={SearchX} title={t("search.nothing")} description={t("search.examples")} />}
        {found && !isEmpty && <FoundGroups found={found} q={given.trim()} timeZone={timeZone} />}
      </div>
    </>
  );
});
