import type { MissingPart } from "../contract/outcome.ts";
import { networkVisibilities } from "./limits.ts";
import { lettersOf } from "./may-be.ts";
import { plainText } from "./plain-text.ts";
import type { Content } from "./request.ts";
import { withShortNames } from "./same-text.ts";
import type { StatusAnswer } from "./wire.ts";

const narrowing = Object.values(networkVisibilities) as readonly string[];

/**
 * Returns which content of the request the created post lacks, the most serious first. Servers with a
 * compatible API ignore what they do not support.
 */
export function missingIn(status: StatusAnswer, asked: Content): MissingPart[] {
  const pictures = status.media_attachments;
  const [wide, wider] = [asked.visibility, status.visibility].map((one) =>
    narrowing.indexOf(one ?? narrowing[0] ?? ""),
  );
  const lost: readonly (readonly [MissingPart, boolean])[] = [
    ["for-other-readers", wider !== -1 && wider !== wide],
    ["without-its-warning", asked.spoiler_text !== "" && !status.spoiler_text],
    ["without-its-poll", asked.poll !== undefined && !status.poll],
    ["without-all-choices", choicesIn(status) < (asked.poll?.options.length ?? 0)],
    ["without-all-words", losesWords(status, asked)],
    ["without-its-pictures", pictures.length < asked.media_ids.length],
    ["not-as-an-answer", asked.in_reply_to_id !== undefined && !status.in_reply_to_id],
  ];
  const left = lost.flatMap(([part, isLost]) => (isLost ? [part] : []));
  return left.includes("without-its-poll")
    ? left.filter((part) => part !== "without-all-choices")
    : left;
}

function choicesIn({ poll }: StatusAnswer): number {
  return poll?.options.length ?? 0;
}

/** A smaller difference, in letters, comes from interpreted markup or from characters shown as images. */
const leastLost = 10;

/** Whether the end of the text was cut off. Other changes of the text are not checked. */
function losesWords({ content }: StatusAnswer, { status }: Content): boolean {
  const [ours, theirs] = [status, plainText(content)].map((text) =>
    lettersOf(withShortNames(text)),
  ) as [string, string];
  return ours.startsWith(theirs) && ours.length - theirs.length >= leastLost;
}
