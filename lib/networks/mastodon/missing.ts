import type { MissingPart } from "../contract/outcome.ts";
import { networkVisibilities } from "./limits.ts";
import type { Content } from "./request.ts";
import type { StatusAnswer } from "./wire.ts";

const narrowing = Object.values(networkVisibilities) as readonly string[];

/** What was asked for and is not in what the server shows of it: relatives of Mastodon leave out what they do not know. The gravest first. */
export function missingIn(status: StatusAnswer, asked: Content): MissingPart[] {
  const pictures = status.media_attachments;
  const [wide, wider] = [asked.visibility, status.visibility].map((one) =>
    narrowing.indexOf(one ?? narrowing[0] ?? ""),
  );
  const lost: readonly (readonly [MissingPart, boolean])[] = [
    ["for-other-readers", wider !== -1 && wider !== wide],
    ["without-its-warning", asked.spoiler_text !== "" && !status.spoiler_text],
    ["without-its-poll", asked.poll !== undefined && !status.poll],
    ["without-its-pictures", pictures.length < asked.media_ids.length],
    ["not-as-an-answer", asked.in_reply_to_id !== undefined && !status.in_reply_to_id],
  ];
  return lost.flatMap(([part, isLost]) => (isLost ? [part] : []));
}
