import { readdirSync } from "node:fs";
import path from "node:path";
import { REPOSITORY_DIR } from "@/scripts/db/paths";

/** Files that show something to people; the API speaks English, and the gallery is for developers. */
export function textFiles(): string[] {
  return ["app", "components"].flatMap((folder) =>
    readdirSync(path.join(REPOSITORY_DIR, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name.replaceAll(path.sep, "/")}`)
      .filter((name) => /\.tsx?$/.test(name) && !/\.(test|spec)\.tsx?$/.test(name))
      .filter((name) => !/^app\/(api|gallery|health)\//.test(name)),
  );
}
