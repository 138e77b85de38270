import type { Metadata } from "next";
import { versionsPage } from "../../../_versions/versions-page";

export const metadata: Metadata = { title: "Refund in the past" };

export default versionsPage("refunds");
