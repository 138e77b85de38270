import type { Metadata } from "next";
import { versionsPage } from "../../../_versions/versions-page";

export const metadata: Metadata = { title: "API key in the past" };

export default versionsPage("tenant_api_keys");
