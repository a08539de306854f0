import { expect, test } from "vitest";

import { decodeStream, decodeText } from "#lib/kernel/decode-text";

const text = "persoon;tekst\r\nZoë Müller;Café € 5 “mooi” — Łódź 🧶\r\n";
const plain = "a".repeat(70);

const files: [string, Buffer, string][] = [
  ["UTF-8", Buffer.from(text), text],
  ["UTF-8 with its mark", Buffer.from(`\uFEFF${text}`), text],
  ["UTF-16, little end first", Buffer.from(`\uFEFF${text}`, "utf16le"), text],
  ["UTF-16, big end first", Buffer.from(`\uFEFF${text}`, "utf16le").swap16(), text],
  ["UTF-16 without its mark", Buffer.from(text, "utf16le"), text],
  ["Windows-1252", Buffer.from("Zo\xEB; \x80 5 \x93mooi\x94", "latin1"), "Zoë; € 5 “mooi”"],
  [
    "Windows-1252 far behind",
    Buffer.from(`${plain}${plain}\xE9${plain}`, "latin1"),
    `${plain}${plain}é${plain}`,
  ],
  ["nothing", Buffer.alloc(0), ""],
];

test.each(files)("%s is read whole and in pieces", async (_name, bytes, expected) => {
  expect(decodeText(bytes)).toBe(expected);
  for (const size of [1, 3, 7, 64]) {
    let read = "";
    for await (const piece of decodeStream(inPieces(bytes, size))) read += piece;
    expect(read).toBe(expected);
  }
});

test.each([
  ["iso-8859-1", Buffer.from("Caf\xE9", "latin1"), "Café"],
  ["KOI8-R", Buffer.from([0xcd, 0xc9, 0xd2]), "мир"],
  ["Shift_JIS", Buffer.from([0x83, 0x6e]), "ハ"],
  ['"windows-1250"', Buffer.from([0xa3]), "Ł"],
  ["utf-8", Buffer.from("Caf\xE9", "latin1"), "Café"],
  ["x-made-up", Buffer.from("Café"), "Café"],
])("what is declared as %s is read so", (declared, bytes, expected) => {
  expect(decodeText(bytes, declared)).toBe(expected);
});

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
