import type { Context } from "../kernel/context.ts";

/** The preview card that readers will see under a link. */
export interface LinkPreview {
  readonly uri: string;
  readonly host: string;
  readonly title: string;
  readonly description: string;
  /** A small JPEG as a `data:` URL. */
  readonly picture: string | null;
}

const keptMs = 10 * 60_000;
const keptAtMost = 200;

/** Previews that were read recently, oldest first; kept in memory only. */
const kept = new Map<string, { readonly at: number; readonly preview: LinkPreview | null }>();

/**
 * Returns the preview, or null if the page has none; undefined if the page was not read in the last ten
 * minutes.
 */
export function rememberedPreview(ctx: Context, uri: string): LinkPreview | null | undefined {
  const found = kept.get(keyOf(ctx, uri));
  return found && ctx.clock.now().getTime() - found.at < keptMs ? found.preview : undefined;
}

export function rememberPreview(ctx: Context, uri: string, preview: LinkPreview | null) {
  const key = keyOf(ctx, uri);
  kept.delete(key);
  kept.set(key, { at: ctx.clock.now().getTime(), preview });
  const [oldest] = kept.keys();
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
  return preview;
}

function keyOf(ctx: Context, uri: string): string {
  return `${ctx.workspaceId} ${uri}`;
}
