import { expect, test } from "vitest";
import { dateFormatProblem, dateReader } from "./dates";

test.each([
  ["M/D/YYYY", "UTC", "7/1/2015", "2015-07-01T00:00:00.000Z"],
  ["M/D/YYYY", "Europe/Lisbon", "7/1/2015", "2015-06-30T23:00:00.000Z"],
  ["D.M.YYYY", "UTC", "31.12.2016", "2016-12-31T00:00:00.000Z"],
  ["YYYY MMMM D", "UTC", "2015 July 1", "2015-07-01T00:00:00.000Z"],
  ["D-MMM-YYYY", "UTC", "1-sep-2015", "2015-09-01T00:00:00.000Z"],
  ["YYYYMMDD", "UTC", "20160229", "2016-02-29T00:00:00.000Z"],
  ["YYYY-MM-DD HH:mm:ss", "America/New_York", "2016-01-31 09:30:05", "2016-01-31T14:30:05.000Z"],
  ["ISO", "Asia/Tokyo", "2016-01-31", "2016-01-30T15:00:00.000Z"],
  ["ISO", "Asia/Tokyo", "2016-01-31T09:30:00+01:00", "2016-01-31T08:30:00.000Z"],
])("%s in %s reads %s", (format, timeZone, text, expected) => {
  expect(dateReader(format, timeZone)(text)?.toISOString()).toBe(expected);
});

test.each([
  ["M/D/YYYY", "13/1/2015"],
  ["M/D/YYYY", "2/29/2015"],
  ["M/D/YYYY", "7/1/15"],
  ["M/D/YYYY", "x7/1/2015"],
  ["M/D/YYYY", ""],
  ["YYYY MMMM D", "2015 Juli 1"],
  ["YYYY.MM.DD", "2015x07x01"],
  ["YYYY-MM-DD HH:mm", "2015-01-01 24:00"],
  ["ISO", "2015-02-30T00:00:00Z"],
])("%s does not read %s", (format, text) => {
  expect(dateReader(format, "UTC")(text)).toBeNull();
});

test.each([
  ["M/D", "Lacks the year: use YYYY, MM or M or MMMM or MMM, and DD or D"],
  ["YYYY MM M D", "Names a part of the date twice"],
  ["YYYY-MM-DD hh", "Has letters that stand for nothing"],
  ["", "Lacks the year, month, day: use YYYY, MM or M or MMMM or MMM, and DD or D"],
])("the format %j is refused", (format, problem) => {
  expect(dateFormatProblem(format)).toBe(problem);
});
