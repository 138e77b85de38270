import type { Metadata } from "next";
import { versionsPage } from "../../../_versions/versions-page";

export const metadata: Metadata = { title: "Webhook endpoint in the past" };

export default versionsPage("webhook_endpoints");
