import type { Asked, OutgoingPart } from "../contract/connector.ts";
import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { Candidate, JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { excludeBound } from "../kit/exclude-bound.ts";
import { type Likeness, listedOutcome } from "../kit/listed-outcome.ts";
import { pageBack } from "../kit/page-back.ts";
import { undecided } from "../kit/read-failure.ts";
import { comparable, isSame } from "../kit/same-text.ts";
import { callAs } from "./call.ts";
import { wordsOf } from "./prepare.ts";
import { isCarousel, publishedAs, wordsIn, type PinWords } from "./request.ts";
import type { PinterestSettings } from "./settings.ts";
import { pinList, type PinAnswer } from "./wire.ts";

const skewMs = 60_000;
const pageSize = "100";
const mostPages = 5;

export function reconcile(
  session: Session,
  settings: PinterestSettings,
  request: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const wanted = { ...wordsIn(request), isCarousel: isCarousel(request) };
  return find(session, settings, asked, wanted, "absent");
}

/**
 * Looks for a part without its stored request: by its texts, link and board. Absence is not certain, because
 * the list may lag.
 */
export function search(
  session: Session,
  settings: PinterestSettings,
  part: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const wanted = { ...wordsOf(part), isCarousel: part.images.length > 1 };
  return find(session, settings, asked, wanted, "not-shown");
}

interface Wanted extends PinWords {
  readonly isCarousel: boolean;
}

async function find(
  session: Session,
  settings: PinterestSettings,
  asked: Asked,
  wanted: Wanted,
  nothing: "absent" | "not-shown",
): Promise<ReconcileOutcome> {
  const since = new Date(asked.firstIntentAt.getTime() - skewMs);
  const listed = await listSince(session, settings, since);
  if (listed.kind !== "ok") return undecided(listed);
  const free = await excludeBound(asked, listed.entries, ({ id }) => id);
  return listedOutcome({
    free,
    likeness: (pin) => likenessOf(pin, wanted),
    candidateOf: (pin) => candidateOf(pin, settings.web),
    isComplete: listed.isComplete,
    nothing,
  });
}

/** Lists the account's own pins on all its boards, newest first. */
function listSince(session: Session, settings: PinterestSettings, since: Date) {
  const read = (bookmark: string | undefined) => {
    // Without this parameter Pinterest leaves out the pins on protected boards.
    const params = { page_size: pageSize, include_protected_pins: "true", bookmark };
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

function likenessOf(pin: PinAnswer, wanted: Wanted): Likeness {
  if (isOther(pin, wanted)) return "other";
  const hasSeveral = pin.media?.media_type?.startsWith("multiple") ?? wanted.isCarousel;
  if (hasSeveral && !wanted.isCarousel) return "other";
  return hasSeveral === wanted.isCarousel && hasMarks(pin, wanted) ? "it" : "maybe";
}

/** Whether the pin has a link or text by which it can be recognised. */
function hasMarks(pin: PinAnswer, { title, description, link }: PinWords): boolean {
  return Boolean(pin.link && link) || comparable(title + description) !== "";
}

function isOther(pin: PinAnswer, { board, title, description, link }: PinWords): boolean {
  if (pin.board_id && pin.board_id !== board) return true;
  if (pin.link && link && comparableLink(pin.link) !== comparableLink(link)) return true;
  return !isSame(pin.title, title) || !isSame(pin.description, description);
}

/** Normalises a link: Pinterest may add a final slash or change the case of the host. */
function comparableLink(link: string): string {
  const read = URL.parse(link);
  return read ? `${read.host}${read.pathname.replace(/\/$/, "")}${read.search}` : link;
}

function candidateOf(pin: PinAnswer, web: string): Candidate {
  const { id, title, description, created_at: at } = pin;
  const text = [title, description].filter(Boolean).join("\n");
  return { ...publishedAs(id, web), text, at: at ?? "" };
}
