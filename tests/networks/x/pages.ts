import { personOf, type World, type XPerson } from "./world.ts";

/** X's pages as far as a person needs them to sign in, to post by hand and to play everyone else. */

export function authorizePage(query: URLSearchParams, people: readonly XPerson[]): string {
  const scopes = (query.get("scope") ?? "").split(" ");
  return page(
    "Authorize",
    `<h1>An app wants to access your account</h1>
    <ul>${scopes.map((scope) => `<li>${safe(scope)}</li>`).join("")}</ul>
    <form method="post" action="/i/oauth2/authorize">
      ${hidden(query)}
      <label>Signed in as <select name="as">${people
        .map(
          ({ username, name }) =>
            `<option value="${safe(username)}">${safe(name)} (@${safe(username)})</option>`,
        )
        .join("")}</select></label>
      <p><button name="decision" value="allow">Authorize app</button>
      <button name="decision" value="deny">Cancel</button></p>
    </form>`,
  );
}

export function refusalPage(problem: string): string {
  return page(
    "Something went wrong",
    `<h1>Something went wrong</h1><p>You weren’t able to give access to the App. Go back and try logging in again.</p><p><small>${safe(problem)}</small></p>`,
  );
}

/** X's composer, opened with a text: the person posts, no tool does. */
export function composerPage(query: URLSearchParams, people: readonly XPerson[]): string {
  return page(
    "Post",
    `<h1>Post</h1><form method="post" action="/act">
    ${hidden(new URLSearchParams({ do: "post", on: query.get("in_reply_to") ?? "" }))}
    ${chooser(people)}
    <p><textarea name="text" rows="6" cols="60">${safe(query.get("text") ?? "")}</textarea></p>
    <button>Post</button></form>`,
  );
}

export function homePage(world: World): string {
  const posts = world.posts.filter(({ isDeleted }) => !isDeleted).toReversed();
  return page(
    "Test server for X",
    `<h1>Test server for X</h1><p>Nothing here leaves this machine. Play the others:</p>
    ${actForm(world, "")}
    ${posts.map((post) => postBox(world, post.id)).join("")}`,
  );
}

export function postPage(world: World, postId: string): string {
  return page("Post", postBox(world, postId) || "<p>This post is not there.</p>");
}

function postBox(world: World, postId: string): string {
  const post = world.posts.find(({ id, isDeleted }) => id === postId && !isDeleted);
  if (!post) return "";
  const { name, username } = personOf(world, post.authorId);
  const likes = world.likes.filter((like) => like.postId === postId).length;
  const reposts = world.reposts.filter((repost) => repost.postId === postId).length;
  const address = `/${username}/status/${postId}`;
  return `<article><p><b>${safe(name)}</b> @${safe(username)} · <a href="${safe(address)}">${post.createdAt.toISOString()}</a></p>
    <p style="white-space:pre-wrap">${safe(post.text)}</p>
    <p>${likes} likes, ${reposts} reposts${post.replyTo ? `, answers ${post.replyTo}` : ""}</p>
    ${actForm(world, postId)}</article><hr>`;
}

function actForm(world: World, on: string): string {
  const acts = on ? ["like", "repost", "reply", "quote"] : ["post"];
  return `<form method="post" action="/act">${hidden(new URLSearchParams({ on }))}
    ${chooser(world.people)} <input name="text" aria-label="Text" size="40">
    ${acts.map((act) => `<button name="do" value="${act}">${act}</button>`).join(" ")}</form>`;
}

function chooser(people: readonly XPerson[]): string {
  const options = people.map(({ username }) => `<option>${safe(username)}</option>`).join("");
  return `<label>As <select name="as">${options}</select></label>`;
}

function hidden(fields: URLSearchParams): string {
  return [...fields]
    .map(([name, value]) => `<input type="hidden" name="${safe(name)}" value="${safe(value)}">`)
    .join("");
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(title)}</title>
  <style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:44rem;padding:0 1rem}button{font:inherit;padding:.4rem 1rem}</style></head><body><main>${body}</main></body></html>`;
}

function safe(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
