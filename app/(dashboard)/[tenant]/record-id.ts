import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/text";

/** The id in a page's address. @throws AppError `not_found` for a text that can be no record's id. */
export function recordId(text: string): string {
  if (!isUuid(text)) throw new AppError("not_found");
  return text.toLowerCase();
}
