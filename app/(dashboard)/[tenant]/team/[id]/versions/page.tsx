import type { Metadata } from "next";
import { versionsPage } from "../../../_versions/versions-page";

export const metadata: Metadata = { title: "Member in the past" };

export default versionsPage("memberships");
