import { pageTitle } from "@/lib/http/page-title";
import { versionsPage } from "../../../_versions/versions-page";

export const generateMetadata = pageTitle((t) => t("accounts.past"));

export default versionsPage("accounts");
