import {
  ApiError,
  isTrue,
  listIn,
  only,
  personOf,
  textIn,
  type Fields,
  type Incoming,
  type Reply,
} from "./http.ts";
import { lengthOf, pollIn } from "./polls.ts";
import { statusJson } from "./rendering.ts";
import type { Media, Person, Status, World } from "./world.ts";

const keyLifeMs = 60 * 60_000;
const fieldsOfPosting = [
  "status",
  "media_ids",
  "poll",
  "in_reply_to_id",
  "sensitive",
  "spoiler_text",
  "visibility",
  "language",
  "quoted_status_id",
  "quote_approval_policy",
];

export function postStatus(incoming: Incoming): Reply {
  const { world, fields, headers } = incoming;
  const author = personOf(incoming);
  only(fields, fieldsOfPosting);
  const key = world.traits.ignoresKeys ? undefined : headers["idempotency-key"];
  const place = `${author.id} ${String(key)}`;
  const known = key ? world.keys.get(place) : undefined;
  if (known && known.until > world.now().getTime()) {
    const status = world.statusOf(known.statusId, author);
    if (!status) throw new ApiError(404, "Record not found");
    return { json: statusJson(world, status, author) };
  }
  const status = create(world, author, fields);
  if (key) world.keys.set(place, { statusId: status.id, until: world.now().getTime() + keyLifeMs });
  return { json: statusJson(world, status, author) };
}

export function create(world: World, author: Person, fields: Fields): Status {
  const text = textIn(fields, "status").trim();
  const warning = textIn(fields, "spoiler_text").trim();
  const media = mediaFor(world, author, fields);
  if (!text && media.length === 0)
    throw new ApiError(422, "Validation failed: Text can't be blank");
  checkLength(world, text, warning);
  const answers = targetIn(world, author, textIn(fields, "in_reply_to_id"));
  const quotes = targetIn(world, author, textIn(fields, "quoted_status_id"));
  checkQuotes(fields);
  const id = world.newId();
  const status: Status = {
    id,
    author,
    text,
    warning,
    isSensitive: isTrue(fields["sensitive"]) || warning !== "",
    language: languageIn(fields),
    visibility: visibilityIn(fields),
    createdAt: world.now(),
    editedAt: null,
    answers,
    quotes,
    boostOf: undefined,
    media,
    poll: pollIn(world, fields, media),
    likedBy: new Set(),
    mentions: new Set(mentioned(world, text).map((person) => person.id)),
    isDeleted: false,
  };
  for (const one of media) one.attachedTo = id;
  if (world.traits.hasNoPolls) status.poll = undefined;
  if (world.traits.renamesMedia)
    status.media = media.map((one) => ({ ...one, id: world.newId(), attachedTo: id }));
  world.statuses.set(id, status);
  for (const person of mentioned(world, text)) world.notify(person, "mention", author, status);
  if (quotes) world.notify(quotes.author, "quote", author, status);
  return status;
}

/** `StatusLengthValidator`: links count as so many, people by their short names. */
function checkLength(world: World, text: string, warning: string): void {
  const { maxCharacters, perUrl } = world.configuration;
  const counted = text
    .replace(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?'”’)\]}]/gu, "x".repeat(perUrl))
    .replace(/(?<![=/\w])@(\w+(?:[.-]+\w+)*)(?:@[\w.-]+\w+)/g, "@$1");
  const length = lengthOf(warning + counted);
  if (length > maxCharacters)
    throw new ApiError(422, `Validation failed: Text character limit of ${maxCharacters} exceeded`);
}

function targetIn(world: World, author: Person, id: string): Status | undefined {
  if (!id) return undefined;
  const found = world.statusOf(id, author);
  if (!found)
    throw new ApiError(404, "The post you are trying to reply to does not appear to exist.");
  return found;
}

function visibilityIn(fields: Fields): Status["visibility"] {
  const named = textIn(fields, "visibility") || "public";
  if (named !== "public" && named !== "unlisted" && named !== "private" && named !== "direct")
    throw new ApiError(422, "Validation failed: Visibility is not included in the list");
  return named;
}

function checkQuotes(fields: Fields): void {
  const named = textIn(fields, "quote_approval_policy") || "public";
  if (!["public", "followers", "nobody"].includes(named))
    throw new ApiError(422, "Validation failed: Quote approval policy is not included in the list");
}

function languageIn(fields: Fields): string | null {
  const language = textIn(fields, "language");
  if (language && !/^[a-z]{2,3}$/.test(language))
    throw new ApiError(422, "Validation failed: Language is invalid");
  return language || null;
}

function mediaFor(world: World, author: Person, fields: Fields, already?: Status): Media[] {
  const ids = listIn(fields, "media_ids");
  if (ids.length > world.configuration.maxMedia || (ids.length > 0 && fields["poll"]))
    throw new ApiError(
      422,
      `Validation failed: Cannot attach more than ${world.configuration.maxMedia} files`,
    );
  return ids.map((id) => {
    const media = world.media.get(id);
    const isFree = media?.attachedTo === undefined || media.attachedTo === already?.id;
    if (!media || media.owner !== author || !isFree)
      throw new ApiError(
        422,
        `Validation failed: Media ${id} not found or already attached to another post`,
      );
    if (media.readyAt > world.now().getTime())
      throw new ApiError(
        422,
        "Cannot attach files that have not finished processing. Try again in a moment!",
      );
    return media;
  });
}

function mentioned(world: World, text: string): Person[] {
  const names = text.matchAll(/(?<![=/\w])@([\w.-]*\w(?:@[\w.-]+\w)?)/g);
  return [...new Set([...names].flatMap(([, name = ""]) => world.personNamed(name) ?? []))];
}

export function editStatus(incoming: Incoming): Reply {
  const { world, fields } = incoming;
  only(fields, [
    "status",
    "spoiler_text",
    "sensitive",
    "language",
    "media_ids",
    "media_attributes",
    "poll",
  ]);
  const status = ownStatus(incoming);
  const text = textIn(fields, "status").trim();
  const warning = textIn(fields, "spoiler_text").trim();
  const media = mediaFor(world, status.author, fields, status);
  if (!text && media.length === 0)
    throw new ApiError(422, "Validation failed: Text can't be blank");
  checkLength(world, text, warning);
  const poll = pollIn(world, fields, media);
  const isSamePoll = JSON.stringify(poll?.options) === JSON.stringify(status.poll?.options);
  const before = status.poll;
  Object.assign(status, { text, warning, media, editedAt: world.now() });
  status.isSensitive = isTrue(fields["sensitive"]) || warning !== "";
  status.language = languageIn(fields) ?? status.language;
  // Other options take the votes away; none at all take the poll away.
  status.poll =
    poll && isSamePoll && before ? { ...poll, id: before.id, votes: before.votes } : poll;
  return { json: statusJson(world, status, status.author) };
}

export function deleteStatus(incoming: Incoming): Reply {
  const { world } = incoming;
  const status = ownStatus(incoming);
  const shown = { ...statusJson(world, status, status.author), text: status.text };
  status.isDeleted = true;
  const gone = world.notifications.filter((told) => told.status === status);
  for (const told of gone) world.notifications.splice(world.notifications.indexOf(told), 1);
  return { json: shown };
}

export function statusSource(incoming: Incoming): Reply {
  const { id, text, warning } = ownStatus(incoming);
  return { json: { id, text, spoiler_text: warning } };
}

function ownStatus(incoming: Incoming): Status {
  const person = personOf(incoming);
  const status = incoming.world.statusOf(incoming.caught[0] ?? "", person);
  if (!status || status.author !== person) throw new ApiError(404, "Record not found");
  return status;
}
