import { redirect } from "next/navigation";
import { personPage } from "@/lib/http/page";
import { ACCOUNT_TABS } from "./tabs";

export default personPage(() => redirect(ACCOUNT_TABS[0].href));
