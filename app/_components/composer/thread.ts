import type { PostPart } from "#lib/posts/post";
import { splitAt, splitText } from "#lib/posts/split-text";

import { emptyPart, replacePart } from "./draft.ts";

type Parts = readonly PostPart[];

/** Splits a part into as many parts as its text needs. Images and options stay with the first of them. */
export function splitPart(parts: Parts, index: number, fits: (text: string) => boolean): Parts {
  const part = parts[index];
  return part ? inPlaceOf(parts, index, splitText(part.text, fits)) : parts;
}

/** Splits a part in two at a position of its text. */
export function splitPartAt(parts: Parts, index: number, at: number): Parts {
  const part = parts[index];
  return part ? inPlaceOf(parts, index, splitAt(part.text, at)) : parts;
}

/** Moves a part. Poll, warning and visibility stay with the first part, because they belong to the thread. */
export function movePart(parts: Parts, from: number, to: number): Parts {
  const [first] = parts;
  const moved = parts[from];
  if (!first || !moved || to < 0 || to >= parts.length) return parts;
  const { poll, warning, visibility } = first;
  const bare = parts.map(({ text, images, video }, place) =>
    place === 0 ? { text, images, ...(video && { video }) } : (parts[place] ?? emptyPart),
  );
  const [taken = emptyPart] = bare.splice(from, 1);
  bare.splice(to, 0, taken);
  return replacePart(bare, 0, {
    ...(bare[0] ?? emptyPart),
    ...defined({ poll, warning, visibility }),
  });
}

export function withoutPart(parts: Parts, index: number): Parts {
  const last = parts.length - 1;
  // The first part's options belong to the thread and are not removed with it.
  const atEnd = index === 0 ? movePart(parts, 0, last) : parts;
  const gone = index === 0 ? last : index;
  return atEnd.filter((_, place) => place !== gone);
}

function inPlaceOf(parts: Parts, index: number, texts: readonly string[]): Parts {
  const part = parts[index];
  const [begin = "", ...rest] = texts;
  if (!part || rest.length === 0) return parts;
  const more = rest.map((text) => ({ ...emptyPart, text }));
  return [...parts.slice(0, index), { ...part, text: begin }, ...more, ...parts.slice(index + 1)];
}

function defined(options: Pick<PostPart, "poll" | "warning" | "visibility">): Partial<PostPart> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
