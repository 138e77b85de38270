import { pageTitle } from "@/lib/http/page-title";
import { versionsPage } from "../../../_versions/versions-page";

export const generateMetadata = pageTitle((t) => t("apiKeys.past"));

export default versionsPage("tenant_api_keys");
