import type { Metadata } from "next";
import { versionsPage } from "../../../_versions/versions-page";

export const metadata: Metadata = { title: "Payment intent in the past" };

export default versionsPage("payment_intents");
