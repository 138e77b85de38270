import { pageTitle } from "@/lib/http/page-title";
import { versionsPage } from "../../../_versions/versions-page";

export const generateMetadata = pageTitle((t) => t("payments.past"));

export default versionsPage("payment_intents");
