import { RateLimiterMemory } from "rate-limiter-flexible";
import { z } from "zod";

import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { firstLink } from "../networks/contract/links.ts";
import { readLinkPage, readLinkPicture } from "../networks/kit/link-page.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { type LinkPreview, rememberedPreview, rememberPreview } from "./link-preview.ts";

export const previewLinkInput = z.object({
  text: z.string().max(10_000),
  /** Whether the network also links addresses without a scheme, such as "noorderwol.nl/trui". */
  isBareToo: z.boolean(),
});

/** Limits previews, because each requests somebody's website. Counted per process. */
const perPerson = new RateLimiterMemory({ points: 40, duration: 300 });
const size = { side: 320, quality: 72 } as const;

/**
 * Reads the page behind the first link of a text, as networks do when it is published; null if there is no
 * link or nothing to show.
 */
export async function previewLink(
  ctx: Context,
  { text, isBareToo }: z.infer<typeof previewLinkInput>,
): Promise<Result<LinkPreview | null, "too-many-previews">> {
  requireRole(ctx, "editor");
  const uri = firstLink(text, isBareToo);
  if (!uri) return ok(null);
  const known = rememberedPreview(ctx, uri);
  if (known !== undefined) return ok(known);
  if (!(await isWithin(ctx.actor.id))) return refused("too-many-previews");
  return ok(rememberPreview(ctx, uri, await readPreview(ctx, uri)));
}

async function readPreview(ctx: Context, uri: string): Promise<LinkPreview | null> {
  const page = await readLinkPage(ctx.http, uri);
  if (!page) return null;
  const picture = page.picture && (await readLinkPicture(ctx.http, page.picture, size));
  return {
    uri,
    host: new URL(uri).host,
    title: page.title,
    description: page.description,
    picture: picture ? `data:image/jpeg;base64,${picture.toString("base64")}` : null,
  };
}

async function isWithin(personId: string): Promise<boolean> {
  return perPerson.consume(personId).then(
    () => true,
    () => false,
  );
}
