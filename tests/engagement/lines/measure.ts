import { readFileSync } from "node:fs";

import { sureEnough } from "#lib/engagement/text-signals/calibration";
import type { LanguageMeasured } from "#lib/engagement/text-signals/measured";
import { readText } from "#lib/engagement/text-signals/text-signals";

/**
 * One labelled line. The files say in the first two columns: `+` praise, `-` blame, `0` neither, `~`
 * irony or both at once; then `?` a question, `€` one about price, stock or delivery, `.` none.
 */
export interface Line {
  readonly feeling: "+" | "-" | "0" | "~";
  readonly asks: "?" | "€" | ".";
  readonly text: string;
}

const folder = new URL(".", import.meta.url);

/** `held` were written after the last change of the lexicons and are only counted. */
export function linesOf(language: "en" | "nl", set: "tuned" | "held"): Line[] {
  return textsOf(`${set === "held" ? "held/" : ""}${language}.txt`).map((line) => ({
    feeling: line[0] as Line["feeling"],
    asks: line[1] as Line["asks"],
    text: line.slice(3),
  }));
}

export function otherLines(set: "tuned" | "held"): string[] {
  return textsOf(`${set === "held" ? "held/" : ""}other.txt`).map((line) => line.slice(3));
}

function textsOf(file: string): string[] {
  return readFileSync(new URL(file, folder), "utf8").trim().split("\n");
}

export function measure(lines: readonly Line[], language: "en" | "nl"): LanguageMeasured {
  const read = lines.map((line) => ({ ...line, signals: readText(line.text) }));
  const count = (isCounted: (one: (typeof read)[number]) => boolean) =>
    read.filter(isCounted).length;
  const isSure = ({ signals }: (typeof read)[number]) =>
    signals.sentiment === "positive" && signals.confidence >= sureEnough;
  return {
    lines: read.length,
    language: count(({ signals }) => signals.language === language),
    sure: count(isSure),
    sureAndRight: count((one) => isSure(one) && one.feeling === "+"),
    praise: count(({ feeling }) => feeling === "+"),
    ironic: count(({ feeling }) => feeling === "~"),
    ironicTakenForPraise: count((one) => isSure(one) && one.feeling === "~"),
    blame: count(({ feeling }) => feeling === "-"),
    saidBlame: count(({ signals }) => signals.sentiment === "negative"),
    saidBlameAndRight: count(
      ({ signals, feeling }) =>
        signals.sentiment === "negative" && (feeling === "-" || feeling === "~"),
    ),
    questions: count(({ asks }) => asks !== "."),
    saidQuestion: count(({ signals }) => signals.isQuestion),
    saidQuestionAndRight: count(({ signals, asks }) => signals.isQuestion && asks !== "."),
  };
}
