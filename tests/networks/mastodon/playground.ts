import { ApiError, textIn, type Incoming, type Reply } from "./http.ts";
import { actorOf } from "./people.ts";
import { escaped, html } from "./rendering.ts";
import type { Status, World } from "./world.ts";

/** The public timeline, with buttons for the people who live here: how a connected account is tried out offline. */
export function timeline({ world }: Incoming): Reply {
  const posts = [...world.statuses.values()]
    .filter(
      ({ isDeleted, boostOf, visibility }) => !isDeleted && !boostOf && visibility === "public",
    )
    .toReversed()
    .slice(0, 40)
    .map((status) => postHtml(world, status));
  return {
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(world.domain)}</title>
<body style="font:16px system-ui;max-width:40rem;margin:2rem auto"><h1>${escaped(world.domain)}</h1>
<p>A Mastodon server for trying things out. Nothing here leaves this machine.</p>
${form(world, undefined, ["post", "follow"])}${posts.join("") || "<p>Nobody has posted yet.</p>"}</body></html>`,
  };
}

function postHtml(world: World, status: Status): string {
  const { author, warning, poll, likedBy, media } = status;
  const images = media.map(({ description }) => `<p>🖼 ${escaped(description ?? "")}</p>`).join("");
  const options = poll?.options.map((option) => `<li>${escaped(option)}</li>`).join("") ?? "";
  return `<article id="status-${status.id}" style="border-top:1px solid #ccc;padding:1rem 0">
<strong>${escaped(author.displayName)}</strong> @${escaped(world.acct(author))} · ${status.createdAt.toISOString()}
${warning ? `<p><em>${escaped(warning)}</em></p>` : ""}${html(world, status.text)}${images}${options ? `<ul>${options}</ul>` : ""}
<p>${likedBy.size} favourites</p>${form(world, status, ["reply", "favourite", "boost", "quote"])}</article>`;
}

function form(world: World, status: Status | undefined, acts: readonly string[]): string {
  const people = world.people
    .map(({ id, displayName }) => `<option value="${id}">${escaped(displayName)}</option>`)
    .join("");
  const buttons = acts.map((act) => `<button name="act" value="${act}">${act}</button>`).join(" ");
  return `<form method="post" action="/playground"><input type="hidden" name="status" value="${status?.id ?? ""}">
<select name="as" aria-label="As">${people}</select> <input name="text" aria-label="Text"> ${buttons}</form>`;
}

export function act({ world, fields }: Incoming): Reply {
  const person = world.people.find(({ id }) => id === textIn(fields, "as"));
  if (!person) throw new ApiError(422, "Nobody");
  const actor = actorOf(world, person);
  const [id, text] = [textIn(fields, "status"), textIn(fields, "text")];
  const acts: Record<string, () => unknown> = {
    post: () => actor.post(text),
    reply: () => actor.reply(text, id),
    quote: () => actor.quote(text, id),
    favourite: () => actor.like(id),
    boost: () => actor.boost(id),
    follow: () => actor.follow(text.replace(/^@/, "")),
  };
  acts[textIn(fields, "act")]?.();
  return { status: 303, headers: { location: "/" } };
}
