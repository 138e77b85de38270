import { AppError } from "../errors";
import { textProblem } from "../text";
import { Binder, currencyOf, listed } from "./binder";
import { LineReader, lineProblems, type Refusal } from "./line-reader";
import type { FileLine } from "./lines";
import {
  ACCOUNT_FIELDS,
  type AccountMapping,
  AMOUNT_FIELDS,
  type ImportMapping,
  type PaymentIntentMapping,
  TEXT_FIELDS,
} from "./schema";

/** What a line says, before the record's own schema has checked it. */
export interface Draft {
  record: Record<string, unknown>;
  /** Of a payment: the account that it belongs to. Of an account: the one above. */
  account: { name: string | null; currency: string | null; country: string | null };
}

export interface LineMapper {
  header: readonly string[];
  /** What is wrong with the line as such, before anything is read from it: number of values, broken characters. */
  check(line: FileLine): Refusal[];
  /** The draft, or every reason why there is none. */
  map(line: FileLine): { draft: Draft; refusals: Refusal[] };
  /** The columns that make a field of the record, for refusals by the record's schema. */
  columnsOf(path: readonly PropertyKey[]): string;
}

/**
 * Binds a mapping to a file's header. @throws AppError `bad_request` in one sentence that names the columns which the
 * mapping uses and the file lacks, or which the file has twice
 */
export function bindMapping(mapping: ImportMapping, headerLine: FileLine): LineMapper {
  const header = headerLine.fields.map((name) => name.trim());
  checkHeader(header);
  const binder = new Binder(mapping, header);
  const read = mapping.resource === "accounts" ? accountReader(mapping, binder) : paymentReader(mapping, binder);
  const metadata = binder.metadata();
  binder.checkColumns();
  const ownAccount = mapping.resource === "accounts" ? "parent" : "account";
  return {
    header,
    check: (line) => lineProblems(line, header),
    columnsOf: ([field, ...rest]) => binder.columnsOf([field === "account" ? ownAccount : (field ?? ""), ...rest]),
    map(line) {
      const reader = new LineReader(mapping, line);
      const draft = read(reader);
      draft.record.metadata = metadata(reader);
      return { draft, refusals: reader.refusals };
    },
  };
}

type DraftReader = (reader: LineReader) => Draft;

function paymentReader(mapping: PaymentIntentMapping, binder: Binder): DraftReader {
  const account = {
    name: binder.text("account", mapping.account.name),
    currency: binder.text("account", mapping.account.create?.currency),
    country: binder.text("account", mapping.account.create?.country),
  };
  const texts = TEXT_FIELDS.map((name) => [name, binder.text(name, mapping.fields[name])] as const);
  const amounts = AMOUNT_FIELDS.map((name) => [name, binder.amount(name, mapping.fields[name])] as const);
  const createdAt = binder.time("created_at", mapping.fields.created_at);
  return (reader) => {
    const record: Record<string, unknown> = {};
    for (const [name, read] of texts) record[name] = read(reader);
    for (const [name, read] of amounts) record[name] = read(reader, record[currencyOf(name)]);
    record.created_at = createdAt(reader);
    return {
      record,
      account: { name: account.name(reader), currency: account.currency(reader), country: account.country(reader) },
    };
  };
}

function accountReader(mapping: AccountMapping, binder: Binder): DraftReader {
  const texts = ACCOUNT_FIELDS.map((name) => [name, binder.text(name, mapping.fields[name])] as const);
  return (reader) => {
    const record: Record<string, unknown> = {};
    for (const [name, read] of texts) record[name] = read(reader) ?? undefined;
    const parent = typeof record.parent === "string" ? record.parent : null;
    return { record, account: { name: parent, currency: null, country: null } };
  };
}

function checkHeader(header: readonly string[]): void {
  const twice = header.filter((name, i) => name !== "" && header.indexOf(name) < i);
  if (twice.length > 0) throw new AppError("bad_request", `The file has two columns ${listed(twice)}`);
  const broken = header.findIndex((name) => textProblem(name) !== null || name.includes("\ufffd"));
  if (broken >= 0)
    throw new AppError("bad_request", `The name of column ${broken + 1} has characters that are not valid UTF-8 text`);
}
