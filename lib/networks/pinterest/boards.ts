import type { Session } from "../contract/connector.ts";
import type { ChoicesOutcome } from "../contract/outcome.ts";
import type { OptionChoice } from "../contract/post-options.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { PinterestSettings } from "./settings.ts";
import { boardList } from "./wire.ts";

const pageSize = "250";
const mostPages = 4;

/** The account's boards that pins can be put on, as Pinterest orders them. */
export async function listBoards(
  session: Session,
  settings: PinterestSettings,
): Promise<ChoicesOutcome> {
  const choices: OptionChoice[] = [];
  let bookmark: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const params = { page_size: pageSize, bookmark };
    const answer = await callAs(session, settings, { path: "/boards", params, shape: boardList });
    if (answer.kind !== "ok") return unread(answer);
    const { items, bookmark: next } = answer.value;
    const open = items.filter(({ is_ads_only: isForAds }) => !isForAds);
    choices.push(...open.map(({ id, name }) => ({ value: id, label: name })));
    if (!next || next === bookmark) break;
    bookmark = next;
  }
  return { kind: "choices", choices };
}
