import { shownText } from "./little-text.ts";
import { postOf, type Member, type Post, type World } from "./world.ts";

export function authorizePage(query: URLSearchParams, members: readonly Member[]): string {
  const hidden = [...query].map(
    ([name, value]) => `<input type="hidden" name="${safe(name)}" value="${safe(value)}">`,
  );
  return page(
    "Sign in to LinkedIn",
    `<form method="post" action="/oauth/v2/authorization">${hidden.join("")}
    <p><label>You are ${select(members)}</label></p>
    <p>An app asks for: ${safe(query.get("scope") ?? "")}</p>
    <button name="decision" value="allow">Allow</button>
    <button name="decision" value="deny">Cancel</button></form>`,
  );
}

export function refusalPage(problem: string): string {
  return page("Bummer, something went wrong", `<p>${safe(problem)}</p>`);
}

export function homePage(world: World): string {
  const posts = world.posts.filter(({ isDeleted }) => !isDeleted).toReversed();
  return page(
    "LinkedIn, as far as tests need it",
    `<form method="post" action="/act">${select(world.members)}
    <input name="text" aria-label="Words" value="Thank you, Noorderwol">
    <button name="do" value="mention">Name the page in a post</button></form>
    ${posts.map((post) => shown(world, post)).join("")}`,
  );
}

export function postPage(world: World, urn: string): string {
  const post = postOf(world, urn);
  if (!post) return page("This post cannot be displayed", "");
  return page(
    "Post",
    `${shown(world, post)}<form method="post" action="/act">
    <input type="hidden" name="on" value="${post.urn}">${select(world.members)}
    <input name="text" aria-label="Words" value="So warm!">
    ${["comment", "like", "share"].map((act) => `<button name="do" value="${act}">${act}</button>`).join("")}</form>`,
  );
}

function shown({ comments, reactions }: World, post: Post): string {
  const answers = comments.filter((one) => one.post === post && !one.isDeleted);
  const likes = reactions.filter(({ root }) => [post.urn, post.activity].includes(root)).length;
  return `<article><p>${safe(shownText(post.commentary))}</p>
    <p><a href="/feed/update/${post.urn}/">${post.author}</a>, ${likes} likes</p>
    <ul>${answers.map(({ actor, text }) => `<li>${actor}: ${safe(text)}</li>`).join("")}</ul></article>`;
}

function select(members: readonly Member[]): string {
  const options = members.map(({ id, name }) => `<option value="${id}">${safe(name)}</option>`);
  return `<select name="as" aria-label="Who">${options.join("")}</select>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1>${body}</html>`;
}

function safe(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
