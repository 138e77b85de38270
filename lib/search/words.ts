/** What is looked for. */
export interface Words {
  /** The whole id of a record; then there is no text. */
  id: string | null;
  /** As it was typed. */
  given: string;
  /** In lower case. */
  text: string | null;
  /** The same for texts of customers' records; null where hits would tell what is masked for the actor. */
  customerText: string | null;
  /** The same for customers' addresses. */
  customerEmail: string | null;
}

/** Sorts after every continuation of a text in the C collation. */
export const AFTER_EVERY_CONTINUATION = "\u{10ffff}";
