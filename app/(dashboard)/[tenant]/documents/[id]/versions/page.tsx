import type { Metadata } from "next";
import { versionsPage } from "../../../_versions/versions-page";

export const metadata: Metadata = { title: "Document in the past" };

export default versionsPage("documents");
