import { maskText } from "../personal-data";
import { isUuid } from "../text";

/** What the words of a search can be about, in lower case where the database compares so; null: not that. */
export interface Words {
  id: string | null;
  /** A whole e-mail address of a customer. */
  customerEmail: string | null;
  /** Part of a user's name or address, of a tenant's name, slug or domain, or the beginning of an account's name. */
  text: string | null;
  /** Beginning of a payment's reference. */
  reference: string | null;
  keyPrefix: string | null;
  keyLastFour: string | null;
  /** The words as the audit log keeps them: never a whole access key. */
  shown: string;
}

const KEY = /(bh_(?:sk|rk)_(?:live|test)_[0-9A-Za-z]{8})([0-9A-Za-z]*)/;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const NOTHING = { id: null, customerEmail: null, text: null, reference: null, keyPrefix: null, keyLastFour: null };

/**
 * Reads what somebody of the platform's staff looks for. What has the form of personal data is compared as a whole only:
 * whoever sees addresses masked must not find them out letter by letter.
 */
export function readWords(q: string): Words {
  const plain = q.toLowerCase();
  if (isUuid(q)) return { ...NOTHING, id: plain, shown: plain };
  const [, keyPrefix, rest = ""] = KEY.exec(q) ?? [];
  if (keyPrefix) {
    // Somebody may paste a whole key: its secret is neither looked up nor kept.
    const keyLastFour = rest.length > 4 ? rest.slice(-4) : null;
    return { ...NOTHING, keyPrefix, keyLastFour, shown: keyLastFour ? `${keyPrefix}…${keyLastFour}` : keyPrefix };
  }
  const isPersonal = q.includes("@") || maskText(q) !== q;
  return {
    ...NOTHING,
    customerEmail: EMAIL.test(q) ? plain : null,
    text: plain,
    reference: isPersonal ? null : plain,
    keyLastFour: /^[0-9A-Za-z]{4}$/.test(q) ? q : null,
    shown: q,
  };
}
