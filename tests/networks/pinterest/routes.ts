import { picturesIn } from "./pictures.ts";
import { invalid, notFound, trialOnly } from "./problem.ts";
import type { State } from "./server.ts";
import { newId, pinOf, type Person, type Pin } from "./world.ts";

export interface Call extends State {
  readonly us: Person;
  /** Of the path. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly isSandbox: boolean;
}

export interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  readonly scopes: readonly string[];
  readonly status: number;
  readonly answer: (call: Call) => object | undefined | Promise<object>;
}

const reading = ["boards:read", "pins:read"];
const writing = [...reading, "boards:write", "pins:write"];

export const routes: readonly Route[] = [
  {
    name: "user",
    method: "GET",
    path: /^\/user_account$/,
    scopes: ["user_accounts:read"],
    status: 200,
    answer: ({ us: { id, username, name } }) => ({
      id,
      username,
      business_name: name,
      account_type: "BUSINESS",
      follower_count: 321,
      profile_image: "https://i.pinimg.com/280x280_RS/ab/cd/ef.jpg",
    }),
  },
  {
    name: "boards",
    method: "GET",
    path: /^\/boards$/,
    scopes: ["boards:read"],
    status: 200,
    answer: ({ world, us, query }) =>
      page(
        query,
        world.boards.filter(({ ownerId }) => ownerId === us.id),
        ({ id, name, isForAds, isProtected }) => ({
          id,
          name,
          description: null,
          privacy: isProtected ? "PROTECTED" : "PUBLIC",
          is_ads_only: isForAds,
          owner: { username: us.username },
        }),
      ),
  },
  {
    name: "make-pin",
    method: "POST",
    path: /^\/pins$/,
    scopes: writing,
    status: 201,
    answer: make,
  },
  { name: "pins", method: "GET", path: /^\/pins$/, scopes: reading, status: 200, answer: list },
  {
    name: "pin",
    method: "GET",
    path: /^\/pins\/(\d+)$/,
    scopes: reading,
    status: 200,
    answer: (call) => shown(call, ownPin(call), call.query.get("pin_metrics") === "true"),
  },
  {
    name: "change-pin",
    method: "PATCH",
    path: /^\/pins\/(\d+)$/,
    scopes: writing,
    status: 200,
    answer: change,
  },
  {
    name: "delete-pin",
    method: "DELETE",
    path: /^\/pins\/(\d+)$/,
    scopes: writing,
    status: 204,
    answer: (call) => {
      ownPin(call).isDeleted = true;
      return undefined;
    },
  },
];

const fields: Readonly<Record<string, number>> = {
  board_id: 40,
  title: 100,
  description: 800,
  link: 2_048,
  alt_text: 500,
};

async function make(call: Call): Promise<object> {
  const { world, us, settings, isSandbox } = call;
  if (settings.isTrial && !isSandbox) throw trialOnly();
  const { media_source: source, ...given } = recordOf(call.body);
  const words = wordsIn(given);
  const board = world.boards.find(
    ({ id, ownerId }) => id === words["board_id"] && ownerId === us.id,
  );
  if (!board) throw notFound("Board not found.");
  if (words["link"] && !URL.canParse(words["link"])) throw invalid("link is not a valid URL.");
  const pin: Pin = {
    id: newId(),
    ownerId: us.id,
    boardId: board.id,
    title: words["title"] ?? "",
    description: words["description"] ?? "",
    link: words["link"] ?? "",
    alt: words["alt_text"] ?? "",
    pictures: await picturesIn(source),
    isInSandbox: isSandbox,
    at: world.now(),
    counts: { reaction: 0, save: 0, comment: 0 },
    isDeleted: false,
  };
  world.pins.push(pin);
  return shown(call, pin);
}

function change(call: Call): object {
  const pin = ownPin(call);
  const { description } = wordsIn(recordOf(call.body));
  if (description !== undefined) pin.description = description;
  return shown(call, pin);
}

function recordOf(body: unknown): Record<string, unknown> {
  if (typeof body !== "object" || body === null) throw invalid("A JSON object is expected.");
  return body as Record<string, unknown>;
}

function wordsIn(given: Record<string, unknown>): Record<string, string> {
  for (const [name, value] of Object.entries(given)) {
    const most = fields[name];
    if (most === undefined) throw invalid(`${name} is not a field of a Pin.`);
    if (typeof value !== "string" || Array.from(value).length > most)
      throw invalid(`${name} must be a string of at most ${most} characters.`);
  }
  return given as Record<string, string>;
}

function ownPin({ world, us, id, isSandbox }: Call): Pin {
  const pin = pinOf(world, id);
  if (!pin || pin.ownerId !== us.id || pin.isInSandbox !== isSandbox)
    throw notFound("Pin not found.");
  return pin;
}

/** Newest first; what was just made shows only after a while. */
function list(call: Call): object {
  const { world, us, settings, query, isSandbox } = call;
  const seen = world.now().getTime() - settings.listingLagMs;
  const areAllShown = query.get("include_protected_pins") === "true";
  const hidden = world.boards.filter(({ isProtected }) => isProtected && !areAllShown);
  const pins = world.pins
    .filter(({ ownerId, isDeleted }) => ownerId === us.id && !isDeleted)
    .filter(({ boardId }) => !hidden.some(({ id }) => id === boardId))
    .filter(({ at, isInSandbox }) => at.getTime() <= seen && isInSandbox === isSandbox)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || (BigInt(b.id) > BigInt(a.id) ? 1 : -1));
  return page(query, pins, (pin) => shown(call, pin));
}

function page<Entry>(
  query: URLSearchParams,
  all: readonly Entry[],
  show: (entry: Entry) => object,
): object {
  const size = Number(query.get("page_size") ?? 25);
  if (!Number.isInteger(size) || size < 1 || size > 250) throw invalid("page_size: 1 to 250");
  const from = Number(Buffer.from(query.get("bookmark") ?? "", "base64url").toString() || 0);
  const more = from + size < all.length;
  return {
    items: all.slice(from, from + size).map(show),
    bookmark: more ? Buffer.from(String(from + size)).toString("base64url") : null,
  };
}

function shown({ us }: Call, pin: Pin, hasMetrics = false): object {
  const images = { "150x150": { width: 150, height: 150, url: "https://i.pinimg.com/a.jpg" } };
  return {
    id: pin.id,
    // Without its zone, as Pinterest writes it.
    created_at: pin.at.toISOString().replace(/\.\d+Z$/, ""),
    board_id: pin.boardId,
    title: pin.title || null,
    description: pin.description || null,
    link: pin.link || null,
    alt_text: pin.alt || null,
    board_owner: { username: us.username },
    is_owner: true,
    media:
      pin.pictures > 1
        ? { media_type: "multiple_images", items: Array(pin.pictures).fill({ images }) }
        : { media_type: "image", images },
    ...(hasMetrics && {
      pin_metrics: { "90d": { impression: 7 }, lifetime_metrics: { impression: 7, ...pin.counts } },
    }),
  };
}
