import type { Asked, OutgoingPart, Session } from "../contract/connector.ts";
import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { Candidate, JsonObject } from "../contract/remote.ts";
import { excludeBound } from "../kit/exclude-bound.ts";
import { pageBack } from "../kit/page-back.ts";
import { undecided } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import { wordsOf } from "./prepare.ts";
import { publishedAs, wordsIn, type PinWords } from "./request.ts";
import type { PinterestSettings } from "./settings.ts";
import { pinList, type PinAnswer } from "./wire.ts";

const skewMs = 60_000;
const pageSize = "100";
const mostPages = 5;
const mostCandidates = 10;

export function reconcile(
  session: Session,
  settings: PinterestSettings,
  request: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  return find(session, settings, asked, wordsIn(request));
}

/** The same where what was sent is forgotten: a pin is known again by its words, its link and its board. */
export function search(
  session: Session,
  settings: PinterestSettings,
  part: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  return find(session, settings, asked, wordsOf(part));
}

async function find(
  session: Session,
  settings: PinterestSettings,
  asked: Asked,
  wanted: PinWords,
): Promise<ReconcileOutcome> {
  const since = new Date(asked.firstIntentAt.getTime() - skewMs);
  const listed = await listSince(session, settings, since);
  if (listed.kind !== "ok") return undecided(listed);
  const free = await excludeBound(asked, listed.entries, ({ id }) => id);
  // The oldest of equals: it is the one that was made first.
  const found = free.toReversed().find((pin) => isIt(pin, wanted));
  if (found) return { kind: "published", ...publishedAs(found.id, settings.web) };
  const near = free.slice(0, mostCandidates).map((pin) => candidateOf(pin, settings.web));
  const candidates = near.length > 0 ? { candidates: near } : {};
  return listed.isComplete
    ? { kind: "absent", ...candidates }
    : { kind: "unknown", detail: "The list of pins did not reach back far enough.", ...candidates };
}

/** The account's own pins on all its boards, newest first. */
function listSince(session: Session, settings: PinterestSettings, since: Date) {
  const read = (bookmark: string | undefined) => {
    const params = { page_size: pageSize, bookmark };
    return callAs(session, settings, { path: "/pins", params, shape: pinList });
  };
  return pageBack<PinAnswer, Exclude<Awaited<ReturnType<typeof read>>, { kind: "ok" }>>(
    mostPages,
    async (bookmark) => {
      const answer = await read(bookmark);
      if (answer.kind !== "ok") return answer;
      const { items, bookmark: next } = answer.value;
      const entries = items.filter((pin) => !isOlder(pin, since));
      return {
        kind: "ok",
        entries,
        next: next ?? undefined,
        isPast: entries.length < items.length,
      };
    },
  );
}

function isOlder({ created_at: at }: PinAnswer, since: Date): boolean {
  return at !== undefined && at !== null && new Date(at) < since;
}

function isIt(pin: PinAnswer, { board, title, description, link }: PinWords): boolean {
  if (pin.board_id && pin.board_id !== board) return false;
  if (pin.link && link && comparableLink(pin.link) !== comparableLink(link)) return false;
  return (
    comparable(pin.title) === comparable(title) &&
    comparable(pin.description) === comparable(description)
  );
}

export function comparable(text: string | null | undefined): string {
  return (text ?? "").normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** Pinterest writes addresses in its own way: a slash more, a capital less. */
function comparableLink(link: string): string {
  const read = URL.parse(link);
  return read ? `${read.host}${read.pathname.replace(/\/$/, "")}${read.search}` : link;
}

function candidateOf(pin: PinAnswer, web: string): Candidate {
  const { id, title, description, created_at: at } = pin;
  const text = [title, description].filter(Boolean).join("\n");
  return { ...publishedAs(id, web), text, at: at ?? "" };
}
