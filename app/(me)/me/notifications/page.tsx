import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { personPage } from "@/lib/http/page";
import { listNoticeChoices } from "@/lib/notice-choices/queries";
import { ChoicesTable } from "./choices-table";

export const metadata: Metadata = { title: "Notifications" };

export default personPage(async ({ actor }) => {
  const { items } = await listNoticeChoices(actor);
  return (
    <Card
      title="What you want to hear of"
      description="You hear only of what your roles let you act on, and of what is yours. Mails about your own account, such as a sign-in from a new device, always come."
      flush
    >
      <ChoicesTable choices={items} />
    </Card>
  );
});
