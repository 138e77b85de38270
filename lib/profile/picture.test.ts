import { expect, test } from "vitest";
import { pictureType } from "./picture";

const bytes = (latin1: string) => Buffer.from(latin1, "latin1");

test.each([
  ["\x89PNG\r\n\x1a\n\0\0", "image/png"],
  ["\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"],
  ["GIF89a\x01\0", "image/gif"],
  ["RIFF\x24\0\0\0WEBPVP8 ", "image/webp"],
  ["RIFF\x24\0\0\0WAVEfmt ", null],
  ["<svg xmlns='http://www.w3.org/2000/svg'/>", null],
  ["<!doctype html>", null],
  [" \x89PNG\r\n\x1a\n", null],
  ["", null],
])("%j is %s", (start, type) => {
  expect(pictureType(bytes(start))).toBe(type);
});
