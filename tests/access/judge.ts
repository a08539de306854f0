import type { Role } from "#lib/kernel/context";

import type { Answered } from "./ask.ts";
import type { Least } from "./expectations.ts";

export type Visitor = "out" | Role | "stranger";
const roles: readonly Role[] = ["viewer", "editor", "manager", "owner"];
export const visitors: readonly Visitor[] = ["out", ...roles, "stranger"];

/** A page of a workspace names it to its members: were this not so, nothing could be read where it must not. */
export function isReadRightly(
  visitor: Visitor,
  file: string,
  answer: Answered,
  secretWord: string,
): boolean {
  const isMember = visitor !== "out" && visitor !== "stranger";
  const reads = answer.text.includes(secretWord);
  const isNamed = /workspace\].*page/.test(file) && kindOf(answer) === "shown";
  return isMember ? reads || !isNamed : !reads;
}

export function isAllowed(visitor: Visitor, least: Least): boolean {
  if (least === "anyone") return true;
  if (least === "signed-in") return visitor !== "out";
  return roles.indexOf(visitor as Role) >= roles.indexOf(least);
}

/** What a page or route showed, in one word. */
export function kindOf({ status, headers, text }: Answered): string {
  if (status >= 300 && status <= 399) return `to ${String(headers["location"]).split("?")[0]}`;
  if (text.includes("NEXT_HTTP_ERROR_FALLBACK;404")) return "404";
  if (status === 200 || status === 201) return "shown";
  return String(status);
}

/** The kinds of answer that are right; `slugs` are of everybody's workspaces. */
export function expectedKinds(
  visitor: Visitor,
  least: Least,
  file: string,
  slugs: readonly string[],
): readonly string[] {
  const isRoute = file.endsWith("route.ts");
  const isPublic = least === "anyone" || least === "signed-in";
  if (isAllowed(visitor, least) && isPublic) return publicKinds(file, slugs);
  // What there is none of, and a body that is none, are refused to who may ask.
  if (isAllowed(visitor, least))
    return isRoute ? ["shown", "400", "422"] : ["shown", ...gone(file, slugs)];
  if (visitor === "out") return isRoute ? ["401"] : ["to /sign-in"];
  return visitor === "stranger" || !isRoute ? ["404"] : ["403", "400", "422"];
}

/** A page that anybody may ask for leads on, says that there is nothing, or says what is wrong; none leads elsewhere. */
function publicKinds(file: string, slugs: readonly string[]): string[] {
  const own = ["shown", "to /", "to /sign-in", "to /sign-in/returned", "400", "404"];
  return file === "app/page.tsx" || file.includes("(public)")
    ? [...own, ...slugs.map((slug) => `to /${slug}/today`)]
    : own;
}

/** Of a sign-in at a network that nobody began. */
function gone(file: string, slugs: readonly string[]): string[] {
  if (!file.includes("[signIn]")) return [];
  return ["404", ...slugs.map((slug) => `to /${slug}/accounts`)];
}

/** An action's, said in one word by `outcomeOf`. */
export function isExpected(visitor: Visitor, least: Least, outcome: string): boolean {
  const isRefused = outcome === "not-allowed" || outcome === "signed-out";
  const isDone = !isRefused && !outcome.startsWith("status");
  if (least === "anyone") return isDone;
  if (visitor === "out") return ["signed-out", "to /sign-in"].includes(outcome);
  if (least === "signed-in") return isDone;
  if (visitor === "stranger") return ["status 404", "not-found"].includes(outcome);
  if (!isAllowed(visitor, least)) return outcome === "not-allowed";
  return isDone && outcome !== "to /sign-in";
}
