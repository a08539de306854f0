import type { ChoicesOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { pageBack } from "../kit/page-back.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { PinterestSettings } from "./settings.ts";
import { boardList } from "./wire.ts";

const pageSize = "250";
const mostPages = 20;

/** Lists the account's boards that pins can be put on, in Pinterest's order. */
export async function listBoards(
  session: Session,
  settings: PinterestSettings,
): Promise<ChoicesOutcome> {
  const listed = await pageBack(mostPages, async (bookmark) => {
    const params = { page_size: pageSize, bookmark };
    const answer = await callAs(session, settings, { path: "/boards", params, shape: boardList });
    if (answer.kind !== "ok") return answer;
    const { items, bookmark: next } = answer.value;
    return { kind: "ok" as const, entries: items, next: next || undefined, isPast: false };
  });
  if (listed.kind !== "ok") return unread(listed);
  const open = listed.entries.filter(({ is_ads_only: isForAds }) => !isForAds);
  const choices = open.map(({ id, name }) => ({ value: id, label: name }));
  return { kind: "choices", choices, hasMore: !listed.isComplete };
}
