import { getTranslations } from "next-intl/server";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getUser, listUserSessions } from "@/lib/users/queries";
import { UserBadges } from "../user-badges";
import { PasswordResetButton, SignInButton } from "./user-acts";
import { UserFacts, UserSessions, UserTenants } from "./user-cards";

export const generateMetadata = pageTitle((t) => t("adminUsers.user"));

export default adminPage<{ id: string }>(async ({ admin, person: { timeZone }, params }) => {
  const t = await getTranslations("server.adminUsers");
  const badgeTexts = await getTranslations("client.adminUsers");
  const id = recordId(params.id);
  const [user, sessions] = await Promise.all([getUser(admin, { id }), listUserSessions(admin, { id })]);
  const name = user.full_name || user.email;
  const isSelf = id === admin.userId;
  const isDisabled = user.disabled_at !== null;
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t("list"), href: "/admin/users" }, { label: name }]}
        title={name}
        badge={<UserBadges t={badgeTexts} user={user} />}
        description={isSelf ? t("self") : user.email}
        actions={
          !isSelf && (
            <>
              {!isDisabled && <PasswordResetButton user={{ id, name }} email={user.email} />}
              <SignInButton user={{ id, name }} isDisabled={isDisabled} />
            </>
          )
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <UserFacts user={user} isSelf={isSelf} timeZone={timeZone} />
          <UserTenants tenants={user.tenants} />
        </div>
        <UserSessions user={{ id, name }} sessions={sessions.items} currentId={admin.sessionId} timeZone={timeZone} />
      </div>
    </>
  );
});
