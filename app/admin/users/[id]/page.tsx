import type { Metadata } from "next";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { getUser, listUserSessions } from "@/lib/users/queries";
import { UserBadges } from "../user-badges";
import { PasswordResetButton, SignInButton } from "./user-acts";
import { UserFacts, UserSessions, UserTenants } from "./user-cards";

export const metadata: Metadata = { title: "User" };

export default adminPage<{ id: string }>(async ({ admin, person: { timeZone }, params }) => {
  const id = recordId(params.id);
  const [user, sessions] = await Promise.all([getUser(admin, { id }), listUserSessions(admin, { id })]);
  const name = user.full_name || user.email;
  const isSelf = id === admin.userId;
  const isDisabled = user.disabled_at !== null;
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Users", href: "/admin/users" }, { label: name }]}
        title={name}
        badge={<UserBadges user={user} />}
        description={isSelf ? "This is you: your own password and second factor are under My account." : user.email}
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
