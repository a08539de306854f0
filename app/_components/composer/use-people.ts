"use client";

import { useEffect, useState } from "react";

import type { Mentionable } from "#lib/people/list-mentionable";

export interface PeopleSource {
  /** Address of the endpoint that returns the people. */
  address: string;
  /** Networks of which the people must have an identity. */
  networks: readonly string[];
}

const pauseMs = 150;

/** Returns people by name; empty until the answer arrives. Answers to outdated requests are dropped. */
export function usePeople(name: string | null, { address, networks }: PeopleSource) {
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
