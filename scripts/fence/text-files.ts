import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { REPOSITORY_DIR } from "@/scripts/db/paths";

/** Files that show something to people; the API speaks English, and the gallery is for developers. */
export function textFiles(): string[] {
  return [...pageFiles(), ...mailFiles()];
}

function pageFiles(): string[] {
  return ["app", "components"]
    .flatMap((folder) => sourcesIn(folder, /\.tsx?$/))
    .filter((name) => !/^app\/(api|gallery|health)\//.test(name));
}

/** Files that write mails: all that lay one out. */
export function mailFiles(): string[] {
  return sourcesIn("lib", /\.ts$/).filter((name) =>
    /"\.[./]*\/mail-layout"/.test(readFileSync(path.join(REPOSITORY_DIR, name), "utf8")),
  );
}

function sourcesIn(folder: string, names: RegExp): string[] {
  return readdirSync(path.join(REPOSITORY_DIR, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll(path.sep, "/")}`)
    .filter((name) => names.test(name) && !/\.(test|spec)\.tsx?$/.test(name));
}
