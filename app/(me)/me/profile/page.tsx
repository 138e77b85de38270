import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { personPage } from "@/lib/http/page";
import { getProfile } from "@/lib/profile/queries";
import { ProfileForm } from "./profile-form";

export const metadata: Metadata = { title: "Profile" };

export default personPage(async ({ actor }) => {
  const profile = await getProfile(actor);
  return (
    <Card title="Profile">
      <ProfileForm profile={profile} now={new Date().toISOString()} />
    </Card>
  );
});
