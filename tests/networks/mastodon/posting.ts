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
  const key = headers["idempotency-key"];
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
  world.statuses.set(id, status);
  for (const person of mentioned(world, text)) world.notify(person, "mention", author, status);
  if (quotes) world.notify(quotes.author, "quote", author, status);
  return status;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** `StatusLengthValidator`: links count as so many, people by their short names. */
function checkLength(world: World, text: string, warning: string): void {
  const { maxCharacters, perUrl } = world.configuration;
  const counted = text
    .replace(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?'”’)\]}]/gu, "x".repeat(perUrl))
    .replace(/(?<![=/\w])@(\w+(?:[.-]+\w+)*)(?:@[\w.-]+\w+)/g, "@$1");
  const length = [...segmenter.segment(warning + counted)].length;
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

function pollIn(world: World, fields: Fields, media: readonly Media[]): Status["poll"] {
  const asked = fields["poll"] as Fields | undefined;
  if (!asked) return undefined;
  only(asked, ["options", "expires_in", "multiple", "hide_totals"]);
  const { configuration } = world;
  const options = listIn(asked, "options").map((option) => option.trim());
  const seconds = Number(asked["expires_in"]);
  const wrong = [
    options.length < 2 && "Options must be more than one item",
    options.length > configuration.pollOptions &&
      `Options can't contain more than ${configuration.pollOptions} items`,
    options.some(
      (option) => [...segmenter.segment(option)].length > configuration.pollOptionLength,
    ) && `Options can't be longer than ${configuration.pollOptionLength} characters each`,
    options.includes("") && "Options can't be blank",
    new Set(options).size < options.length && "Options can't contain duplicate items",
    !(seconds >= configuration.pollMinSeconds) && "Expires at is too soon",
    seconds > configuration.pollMaxSeconds && "Expires at is too far into the future",
    media.length > 0 && "Cannot attach files to a poll",
  ].find(Boolean);
  if (wrong) throw new ApiError(422, `Validation failed: ${wrong}`);
  return {
    id: world.newId(),
    options,
    isMultiple: isTrue(asked["multiple"]),
    expiresAt: new Date(world.now().getTime() + seconds * 1000),
    votes: new Map(),
  };
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

export function favourite(incoming: Incoming): Reply {
  const { world } = incoming;
  const person = personOf(incoming);
  const status = visible(incoming);
  like(world, person, status);
  return { json: statusJson(world, status, person) };
}

export function reblog(incoming: Incoming): Reply {
  const { world } = incoming;
  const person = personOf(incoming);
  const status = visible(incoming);
  if (
    status.visibility === "direct" ||
    (status.visibility === "private" && status.author !== person)
  )
    throw new ApiError(422, "Validation failed: Reblog of this post is not allowed");
  return { json: statusJson(world, boost(world, person, status), person) };
}

function visible(incoming: Incoming): Status {
  const status = incoming.world.statusOf(incoming.caught[0] ?? "", personOf(incoming));
  if (!status) throw new ApiError(404, "Record not found");
  return status;
}

export function like(world: World, person: Person, status: Status): void {
  if (status.likedBy.has(person.id)) return;
  status.likedBy.add(person.id);
  world.notify(status.author, "favourite", person, status);
}

export function boost(world: World, person: Person, status: Status): Status {
  const known = [...world.statuses.values()].find(
    (one) => one.boostOf === status && one.author === person && !one.isDeleted,
  );
  if (known) return known;
  const made: Status = {
    ...status,
    id: world.newId(),
    author: person,
    text: "",
    media: [],
    poll: undefined,
    createdAt: world.now(),
    boostOf: status,
    answers: undefined,
    quotes: undefined,
    likedBy: new Set(),
    mentions: new Set(),
  };
  world.statuses.set(made.id, made);
  world.notify(status.author, "reblog", person, status);
  return made;
}
