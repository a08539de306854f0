import { ApiError, isTrue, onlyParams, personOf, type Incoming, type Reply } from "./http.ts";
import { accountJson, notificationJson, statusJson } from "./rendering.ts";
import type { World } from "./world.ts";

const places = ["limit", "max_id", "since_id", "min_id"];

export function instance({ world }: Incoming): Reply {
  const { configuration: limits, traits } = world;
  return {
    json: {
      domain: world.domain,
      title: "A server for trying things out",
      description: "Nothing here leaves this machine.",
      icon: [],
      thumbnail: { url: `${world.origin}/avatars/original/missing.png` },
      usage: { users: { active_month: world.people.length } },
      version: "4.6.0",
      source_url: "https://github.com/mastodon/mastodon",
      api_versions: { mastodon: 6 },
      languages: ["en"],
      configuration: {
        urls: { streaming: world.origin.replace(/^http/, "ws") },
        accounts: {
          max_featured_tags: 10,
          max_pinned_statuses: 5,
          max_profile_fields: 4,
          profile_field_name_limit: 255,
          profile_field_value_limit: 255,
        },
        statuses: {
          max_characters: limits.maxCharacters,
          max_media_attachments: limits.maxMedia,
          characters_reserved_per_url: limits.perUrl,
        },
        media_attachments: {
          supported_mime_types: [
            "image/jpeg",
            "image/png",
            "image/webp",
            "video/mp4",
            "video/quicktime",
            "video/webm",
          ],
          description_limit: limits.descriptionLimit,
          image_size_limit: limits.imageSizeLimit,
          image_matrix_limit: limits.imageMatrixLimit,
          video_size_limit: limits.videoSizeLimit,
          video_frame_rate_limit: 120,
          video_matrix_limit: 8_294_400,
        },
        polls: traits.saysNoLimits
          ? undefined
          : {
              max_options: limits.pollOptions,
              max_characters_per_option: limits.pollOptionLength,
              min_expiration: limits.pollMinSeconds,
              max_expiration: limits.pollMaxSeconds,
            },
        translation: { enabled: false },
      },
      registrations: {
        enabled: false,
        approval_required: false,
        reason_required: null,
        message: null,
        min_age: null,
        url: null,
      },
      contact: { email: "", account: null },
      rules: [],
    },
  };
}

export function ownAccount(incoming: Incoming): Reply {
  const person = personOf(incoming);
  const source = {
    privacy: "public",
    sensitive: false,
    language: "en",
    note: "",
    fields: [],
    follow_requests_count: 0,
    attribution_domains: [],
    indexable: true,
    discoverable: true,
    hide_collections: false,
    quote_policy: "public",
  };
  const role = { id: "-99", name: "", permissions: "0", color: "", highlighted: false };
  return { json: { ...accountJson(incoming.world, person), source, role } };
}

export function oneStatus({ world, caught, token }: Incoming): Reply {
  const status = world.statusOf(caught[0] ?? "", token?.person);
  if (!status) throw new ApiError(404, "Record not found");
  return { json: statusJson(world, status, token?.person) };
}

/** A post's thread, from its first post down to what answers it. */
export function statusContext({ world, caught, token }: Incoming): Reply {
  const reader = token?.person;
  const status = world.statusOf(caught[0] ?? "", reader);
  if (!status) throw new ApiError(404, "Record not found");
  const ancestors: (typeof status)[] = [];
  for (let above = status.answers; above; above = above.answers)
    if (!above.isDeleted && world.maySee(above, reader)) ancestors.unshift(above);
  const descendants = [...world.statuses.values()].filter((one) => one.answers === status);
  const shown = (ones: typeof ancestors) => ones.map((one) => statusJson(world, one, reader));
  return { json: { ancestors: shown(ancestors), descendants: shown(descendants) } };
}

export function severalStatuses({ world, query, token }: Incoming): Reply {
  onlyParams(query, ["id"]);
  const ids = query.getAll("id[]");
  if (ids.length > 20) throw new ApiError(422, "Too many ids");
  const found = ids.flatMap((id) => world.statusOf(id, token?.person) ?? []);
  return { json: found.map((status) => statusJson(world, status, token?.person)) };
}

export function accountStatuses(incoming: Incoming): Reply {
  const { world, caught, query, token } = incoming;
  onlyParams(query, [...places, "exclude_reblogs", "exclude_replies", "only_media", "pinned"]);
  const author = world.people.find(({ id }) => id === caught[0]);
  if (!author) throw new ApiError(404, "Record not found");
  const reader = token?.person;
  const shownUntil = world.now().getTime() - world.traits.listingLagMs;
  const theirs = [...world.statuses.values()].filter(
    (status) =>
      status.author === author &&
      status.createdAt.getTime() <= shownUntil &&
      !status.isDeleted &&
      world.maySee(status, reader) &&
      !(isTrue(query.get("exclude_reblogs")) && status.boostOf) &&
      !(isTrue(query.get("exclude_replies")) && status.answers) &&
      !(isTrue(query.get("only_media")) && status.media.length === 0),
  );
  return pageOf(incoming, theirs, 20, 40, (status) => statusJson(world, status, reader));
}

export function notifications(incoming: Incoming): Reply {
  const { world, query } = incoming;
  onlyParams(query, [...places, "types", "exclude_types", "account_id"]);
  const person = personOf(incoming);
  const types = query.getAll("types[]");
  const excluded = query.getAll("exclude_types[]");
  const told = world.notifications.filter(
    ({ to, type }) =>
      to === person && (types.length === 0 || types.includes(type)) && !excluded.includes(type),
  );
  return pageOf(incoming, told, 40, 80, (one) => notificationJson(world, one));
}

/** `max_id` and `since_id` read down from the newest, `min_id` up from just above it; shown newest first either way. */
function pageOf<Entry extends { id: string }>(
  { world, query, path }: Incoming,
  entries: readonly Entry[],
  usual: number,
  most: number,
  show: (entry: Entry) => unknown,
): Reply {
  const limit = Math.min(Number(query.get("limit") ?? usual), most);
  if (!(limit >= 1)) throw new ApiError(422, "Invalid limit");
  if (world.traits.hasOddIds || world.traits.ignoresPlaces)
    return oddPageOf(world, query, entries, limit, show);
  const numbers = (name: string) => (query.has(name) ? BigInt(query.get(name) ?? "0") : undefined);
  const [maxId, sinceId, minId] = [numbers("max_id"), numbers("since_id"), numbers("min_id")];
  const between = entries
    .filter(({ id }) => maxId === undefined || BigInt(id) < maxId)
    .filter(({ id }) => BigInt(id) > (minId ?? sinceId ?? -1n))
    .toSorted((one, other) => Number(BigInt(other.id) - BigInt(one.id)));
  const page = minId === undefined ? between.slice(0, limit) : between.slice(-limit);
  const link = linkOf(`${world.origin}${path}`, query, page);
  return { json: page.map(show), headers: link ? { link } : {} };
}

/** By where an entry stands, newest first, whatever its id looks like; `min_id` works like `since_id`. */
function oddPageOf<Entry extends { id: string }>(
  { traits }: World,
  query: URLSearchParams,
  entries: readonly Entry[],
  limit: number,
  show: (entry: Entry) => unknown,
): Reply {
  const newest = entries.toReversed();
  const at = (name: string) => newest.findIndex(({ id }) => id === query.get(name));
  const from = traits.ignoresPlaces ? 0 : at("max_id") + 1;
  const until = Math.max(at("since_id"), at("min_id"));
  const page = newest.slice(from, until > from ? until : undefined).slice(0, limit);
  return { json: page.map(show) };
}

function linkOf(address: string, query: URLSearchParams, page: readonly { id: string }[]): string {
  const [first, last] = [page[0], page.at(-1)];
  if (!first || !last) return "";
  const to = (name: string, id: string): string => {
    const params = new URLSearchParams(query);
    for (const place of ["max_id", "since_id", "min_id"]) params.delete(place);
    params.set(name, id);
    return `<${address}?${params.toString()}>`;
  };
  return `${to("max_id", last.id)}; rel="next", ${to("min_id", first.id)}; rel="prev"`;
}
