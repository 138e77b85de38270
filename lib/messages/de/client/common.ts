import type { Names } from "../../names";
import germanNames from "../names.json";
import germanSentences from "../sentences.json";
import charts from "./charts.json";
import command from "./command.json";
import detail from "./detail.json";
import form from "./form.json";
import me from "./me.json";
import outside from "./outside.json";
import shell from "./shell.json";
import signIn from "./sign-in.json";
import table from "./table.json";
import ui from "./ui.json";

/** Texts that the browser gets on all pages. */
export const common = { charts, command, detail, form, me, outside, shell, signIn, table, ui };

/** What the business code says. */
export const sentences = Object.entries(germanSentences);

/** What countries and currencies are called. */
export const names: Names = germanNames;
