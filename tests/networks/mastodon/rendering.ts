import type { Media, Notification, Person, Status, World } from "./world.ts";

/** As the server shows things to `reader`. */
export function accountJson(world: World, person: Person) {
  const picture = `${world.origin}/avatars/original/missing.png`;
  return {
    id: person.id,
    username: person.username,
    acct: world.acct(person),
    display_name: person.displayName,
    locked: false,
    bot: false,
    group: false,
    indexable: true,
    created_at: "2020-01-01T00:00:00.000Z",
    note: "<p></p>",
    url: world.profileUrl(person),
    uri: `${world.profileUrl(person).replace("/@", "/users/")}`,
    avatar: picture,
    avatar_static: picture,
    header: picture,
    header_static: picture,
    followers_count: world.people.filter(({ following }) => following.has(person.id)).length,
    following_count: person.following.size,
    statuses_count: [...world.statuses.values()].filter(({ author }) => author === person).length,
    fields: [],
    emojis: [],
  };
}

export function statusJson(world: World, status: Status, reader?: Person): object {
  const { author, boostOf, quotes, poll } = status;
  const home = author.domain ? `https://${author.domain}` : world.origin;
  return {
    id: status.id,
    created_at: status.createdAt.toISOString(),
    edited_at: status.editedAt?.toISOString() ?? null,
    ...parentOf(status),
    sensitive: status.isSensitive,
    spoiler_text: status.warning,
    visibility: status.visibility,
    language: status.language,
    uri: `${home}/users/${author.username}/statuses/${status.id}`,
    url: `${home}/@${author.username}/${status.id}`,
    content: boostOf ? "" : html(world, asWritten(world, status.text)),
    account: accountJson(world, author),
    reblog: boostOf ? statusJson(world, boostOf, reader) : null,
    media_attachments: status.media.map((media) => mediaJson(world, media)),
    mentions: world.people
      .filter(({ id }) => status.mentions.has(id))
      .map((person) => ({ ...accountJson(world, person) })),
    tags: [],
    emojis: [],
    poll: poll ? pollJson(world, poll) : null,
    quote: quotes ? { state: "accepted", quoted_status: statusJson(world, quotes, reader) } : null,
    ...countsOf(world, status, reader),
  };
}

function parentOf({ answers }: Status) {
  if (!answers) return { in_reply_to_id: null, in_reply_to_account_id: null };
  return { in_reply_to_id: answers.id, in_reply_to_account_id: answers.author.id };
}

function countsOf(world: World, status: Status, reader: Person | undefined) {
  const alive = [...world.statuses.values()].filter(({ isDeleted }) => !isDeleted);
  return {
    replies_count: alive.filter(({ answers }) => answers === status).length,
    reblogs_count: alive.filter((one) => one.boostOf === status).length,
    favourites_count: status.likedBy.size,
    quotes_count: alive.filter((one) => one.quotes === status).length,
    favourited: reader ? status.likedBy.has(reader.id) : false,
    reblogged: alive.some((one) => one.boostOf === status && one.author === reader),
  };
}

function pollJson(world: World, poll: NonNullable<Status["poll"]>) {
  const votes = [...poll.votes.values()].flat();
  return {
    id: poll.id,
    expires_at: poll.expiresAt.toISOString(),
    expired: poll.expiresAt <= world.now(),
    multiple: poll.isMultiple,
    votes_count: votes.length,
    voters_count: poll.votes.size,
    options: poll.options.map((title, index) => ({
      title,
      votes_count: votes.filter((vote) => vote === index).length,
    })),
    emojis: [],
  };
}

export function mediaJson(world: World, media: Media) {
  const isReady = media.readyAt <= world.now().getTime();
  const url = `${world.origin}/media/${media.id}`;
  return {
    id: media.id,
    type: media.type,
    url: isReady ? url : null,
    preview_url: isReady ? url : null,
    remote_url: null,
    description: media.description,
    meta: {},
  };
}

export function notificationJson(world: World, { to, ...told }: Notification) {
  return {
    id: told.id,
    type: told.type,
    created_at: told.createdAt.toISOString(),
    group_key: `ungrouped-${told.id}`,
    account: accountJson(world, told.from),
    ...(told.status ? { status: statusJson(world, told.status, to) } : {}),
  };
}

/** A relative reads Markdown, turns quotes about, and knows short names of emoji. */
function asWritten({ traits }: World, text: string): string {
  if (!traits.reformatsText) return text;
  return text
    .replace(/(\*\*?|_|`)(\S[^*_`]*)\1/g, "$2")
    .replace(/"([^"]*)"/g, "“$1”")
    .replaceAll("...", "…")
    .replaceAll(":)", "🙂");
}

/** What the server makes of plain text: paragraphs, shortened links, people by their short names. */
export function html(world: World, text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const lines = paragraph.split("\n").map((line) => inline(world, line));
    return `<p>${lines.join("<br />")}</p>`;
  });
  return paragraphs.join("");
}

const pieces =
  /(https?:\/\/\S*[^\s.,;:!?'")\]}>])|(?<![=/\w])@([\w.-]*\w(?:@[\w.-]+\w)?)|(?<!\w)#(\w+)/g;

function inline(world: World, line: string): string {
  let shown = "";
  let from = 0;
  for (const match of line.matchAll(pieces)) {
    const [whole, link, name, tag] = match;
    shown += escaped(line.slice(from, match.index));
    shown += link
      ? linkHtml(link)
      : name
        ? mentionHtml(world, name, whole)
        : tagHtml(world, tag ?? "");
    from = match.index + whole.length;
  }
  return shown + escaped(line.slice(from));
}

function linkHtml(link: string): string {
  const [scheme = "", rest = ""] = link.split(/(?<=:\/\/)/);
  const [seen, hidden] = [rest.slice(0, 30), rest.slice(30)];
  return `<a href="${escaped(link)}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${scheme}</span><span class="${hidden ? "ellipsis" : ""}">${escaped(seen)}</span><span class="invisible">${escaped(hidden)}</span></a>`;
}

function mentionHtml(world: World, name: string, whole: string): string {
  const person = world.personNamed(name);
  if (!person) return escaped(whole);
  return `<span class="h-card" translate="no"><a href="${world.profileUrl(person)}" class="u-url mention">@<span>${person.username}</span></a></span>`;
}

function tagHtml(world: World, tag: string): string {
  return `<a href="${world.origin}/tags/${tag.toLowerCase()}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`;
}

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
