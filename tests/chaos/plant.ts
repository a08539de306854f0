import { registerHooks } from "node:module";

import type { FastTime } from "./fast-time.ts";
import type { Edit } from "./mutants.ts";

const timers = Symbol.for("shoutloop.chaos.timers");
const project = new URL("../../", import.meta.url).href;
/** Files whose waiting is the product's own; drivers and the HTTP client keep real time. */
const timed = /^lib\/((deliveries|publisher|recovery)\/[^/]+|jobs\/loop)\.ts$/;
const fastTimers = `const { setTimeout, setInterval } = globalThis[Symbol.for("${timers.description}")];`;

/**
 * Changes the product's source as this process loads it: its timers run on fast time, and a planted
 * bug takes the place of the text it names. Returns a check that every edit found its file.
 */
export function plant(time: FastTime, edits: readonly Edit[]): () => void {
  const fast =
    <Timer>(start: (work: () => void, ms: number) => Timer) =>
    (work: () => void, ms = 0) =>
      start(work, ms / time.speed);
  Object.assign(globalThis, {
    [timers]: { setTimeout: fast(setTimeout), setInterval: fast(setInterval) },
  });
  const planted = new Set<Edit>();
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const file = url.startsWith(project) ? url.slice(project.length) : "";
      const wanted = edits.filter((edit) => edit.file === file);
      if (!timed.test(file) && wanted.length === 0) return loaded;
      const before = Buffer.from((loaded.source as Uint8Array | string) ?? "").toString();
      const source = wanted.reduce((text, edit) => {
        planted.add(edit);
        return edited(text, edit);
      }, before);
      return { ...loaded, source: timed.test(file) ? `${fastTimers} ${source}` : source };
    },
  });
  return () => {
    const missed = edits.find((edit) => !planted.has(edit));
    if (missed) throw new Error(`The planted bug never met its file ${missed.file}.`);
  };
}

/** A bug that cannot be planted must not look like one that nobody found. */
export function edited(source: string, { file, text, replacement }: Edit): string {
  const found = source.split(text).length - 1;
  if (found !== 1)
    throw new Error(`${file} has ${found} times, and not once, the text to replace:\n${text}`);
  return source.replace(text, () => replacement);
}
