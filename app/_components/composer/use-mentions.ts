"use client";

import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";

import type { Mentionable } from "#lib/people/list-mentionable";

import { nameBeingTyped, typeInto } from "./text-field.ts";

export interface MentionSource {
  /** Where the people are asked for. */
  address: string;
  /** Networks that this text goes to. */
  networks: readonly string[];
}

type Typed = { name: string; at: number } | null;

const pauseMs = 150;

/** The people whose name is being typed behind an @: arrows choose, Enter or Tab takes, Escape leaves the text as it is. */
export function useMentions(field: RefObject<HTMLTextAreaElement | null>, source: MentionSource) {
  const [typed, setTyped] = useState<Typed>(null);
  const [place, setPlace] = useState(0);
  const people = usePeople(typed?.name ?? null, source);
  const active = people[Math.min(place, people.length - 1)];

  function look(): void {
    const next = field.current && nameBeingTyped(field.current);
    setTyped((now) => (now?.name === next?.name && now?.at === next?.at ? now : next));
    setPlace(0);
  }

  function take({ mention }: Mentionable): void {
    if (!field.current || !typed) return;
    const end = typed.at + 1 + typed.name.length;
    setTyped(null);
    typeInto(field.current, `${mention} `, { start: typed.at, end });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!active) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setPlace((place + step + people.length) % people.length);
    else if (event.key === "Enter" || event.key === "Tab") take(active);
    else if (event.key === "Escape") setTyped(null);
    else return;
    event.preventDefault();
  }

  return { people, active, look, take, onKeyDown, close: () => setTyped(null) };
}

/** Nobody until the answer is there; an answer that comes late is not shown. */
function usePeople(name: string | null, { address, networks }: MentionSource) {
  const [found, setFound] = useState<{ key: string; people: readonly Mentionable[] }>();
  const query = new URLSearchParams([
    ["q", name ?? ""],
    ...networks.map((network) => ["network", network]),
  ]);
  const key = name === null || networks.length === 0 ? "" : `${address}?${query}`;
  useEffect(() => {
    if (!key) return;
    const left = new AbortController();
    const timer = setTimeout(async () => {
      const people = await ask(key, left.signal);
      if (!left.signal.aborted) setFound({ key, people });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [key]);
  return key && found ? found.people : [];
}

async function ask(address: string, signal: AbortSignal): Promise<readonly Mentionable[]> {
  try {
    const answer = await window.fetch(address, { signal });
    const result = (await answer.json()) as { ok: boolean; value: readonly Mentionable[] };
    return result.ok ? result.value : [];
  } catch {
    return [];
  }
}
