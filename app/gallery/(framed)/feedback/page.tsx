import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Specimens } from "../../specimen";
import { MessageSpecimens } from "./message-specimens";
import { WaitingSpecimens } from "./waiting-specimens";

export const metadata: Metadata = { title: "Feedback" };

export default function FeedbackPage() {
  return (
    <>
      <PageHeader title="Feedback" />
      <Specimens>
        <MessageSpecimens />
        <WaitingSpecimens />
      </Specimens>
    </>
  );
}
