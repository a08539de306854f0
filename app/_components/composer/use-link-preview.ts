"use client";

import { useEffect, useState } from "react";

import type { LinkPreview } from "#lib/posts/link-preview";

import type { ComposerAccount } from "./draft.ts";

type Rule = NonNullable<ComposerAccount["limits"]["linkCard"]>;

const pauseMs = 700;
/** Matches everything that may be a link; the server knows the valid top-level domains. */
const perhapsLinks =
  /https?:\/\/\S+|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?/gu;

/** Requests by address and text, shared by all accounts. */
const asked = new Map<string, Promise<LinkPreview | null>>();

/** Returns the preview of the text's first link, a moment after typing stops; null until it is known. */
export function useLinkPreview(
  text: string,
  rule: Rule | undefined,
  address: string,
): LinkPreview | null {
  const links = (rule && text.match(perhapsLinks)?.join(" ")) ?? "";
  const key = links && `${rule} ${links}`;
  const [found, setFound] = useState<{ key: string; preview: LinkPreview | null }>();
  useEffect(() => {
    if (!key) return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const preview = await ask(key, address, { text: links, isBareToo: rule === "bare-too" });
      if (isWanted) setFound({ key, preview });
    }, pauseMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key, links, rule, address]);
  return found?.key === key ? found.preview : null;
}

function ask(key: string, address: string, question: object): Promise<LinkPreview | null> {
  const known = asked.get(key);
  if (known) return known;
  const answer = read(address, question).catch(() => {
    asked.delete(key);
    return null;
  });
  asked.set(key, answer);
  return answer;
}

async function read(address: string, question: object): Promise<LinkPreview | null> {
  const answer = await window.fetch(address, { method: "POST", body: JSON.stringify(question) });
  const result = (await answer.json()) as { ok: boolean; value: LinkPreview | null };
  if (!result.ok) throw new Error("The preview was refused.");
  return result.value;
}
