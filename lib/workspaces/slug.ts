import { foldText } from "../kernel/fold-text.ts";
import { manifests } from "../networks/registry.ts";

/** Reserved first segments of URLs. */
const taken = new Set([
  "api",
  "sign-in",
  "set-up",
  "invite",
  "no-workspace",
  "privacy",
  "l",
  "_next",
  ...manifests.filter(({ hasOwnPages }) => hasOwnPages).map(({ network }) => network),
]);

/** Returns a slug of lower-case letters, digits and hyphens, with a number if another workspace has it. */
export function freeSlug(name: string, used: readonly string[]): string {
  const plain = foldText(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  const base = plain || "workspace";
  const isFree = (slug: string) => !taken.has(slug) && !used.includes(slug);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (isFree(slug)) return slug;
  }
}
