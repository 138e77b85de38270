import { plain } from "./plain";

/** A dash in the place of what is not there. */
export const Absent = plain(absent);

function absent() {
  return <span className="text-muted-foreground">–</span>;
}
