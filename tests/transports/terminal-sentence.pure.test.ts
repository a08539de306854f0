import { expect, test } from "vitest";
import { z } from "zod";

import { BackupRefused } from "#lib/backup/backup";
import { translatorFor } from "#lib/i18n/translator";
import { Forbidden, NotFound, type Entity } from "#lib/kernel/errors";
import { RefusedCommand } from "#lib/transports/refused-command";
import { terminalSentence } from "#lib/transports/terminal-sentence";

function said(error: unknown, locale: "en" | "nl" = "en"): string {
  return terminalSentence(error, translatorFor(locale), locale);
}

const entities: [Entity, string, string][] = [
  ["delivery", "delivery", "plaatsing"],
  ["member", "member", "lid"],
  ["user", "such thing", "onderdeel"],
];

test.each(entities)("what is missing is named: %s", (entity, english, dutch) => {
  expect(said(new NotFound(entity, "x-1"))).toBe(`This workspace has no ${english} x-1.`);
  expect(said(new NotFound(entity, "x-1"), "nl")).toBe(`Deze werkruimte heeft geen ${dutch} x-1.`);
});

test("each other error has its sentence", () => {
  const input = z.object({ role: z.enum(["fan", "staff"]) }).safeParse({ role: "x" }).error;
  expect(said(input)).toBe("role cannot be used as it is: known are fan, staff.");
  expect(said(new Forbidden("This needs the owner role."))).toMatch(/^Your role does not allow/);
  expect(said(new BackupRefused("file-missing", { file: "a.db" }))).toBe("There is no file a.db.");
  expect(said(new Error("disk I/O error"))).toBe("This did not work: disk I/O error");
});

test("a refusal in the command line's own words, in those of a page, and in a network's", () => {
  expect(said(new RefusedCommand("which-file"))).toMatch(/^Say which backup/);
  expect(said(new RefusedCommand("in-the-past", { at: "2026-02-28T09:00", now: "x" }))).toMatch(
    /^28 Feb 2026, 09:00 has passed/,
  );
  const detail = { network: "Mastodon", code: "not-found", field: "server", said: "404" };
  expect(said(new RefusedCommand("connect-failed", detail))).toMatch(/^There is no server at/);
});

test.each(["en", "nl"] as const)(
  "a refusal without a text says so, and what to do (%s)",
  (locale) => {
    const tell = translatorFor(locale);
    for (const refusal of ["a-refusal-nobody-wrote", "columns.nothing", "connect-failed"])
      expect(said(new RefusedCommand(refusal), locale)).toBe(tell("refusals.without-text"));
  },
);
