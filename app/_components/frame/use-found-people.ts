"use client";

import { useEffect, useState } from "react";

interface FoundPerson {
  id: string;
  name: string;
  handle: string;
}

const pauseMs = 150;

/** People whose name or handle has these letters in it, a moment after the last of them. */
export function useFoundPeople(slug: string, wanted: string): readonly FoundPerson[] {
  const [found, setFound] = useState<{ wanted: string; people: readonly FoundPerson[] }>();
  useEffect(() => {
    if (!wanted) return;
    const left = new AbortController();
    const timer = setTimeout(async () => {
      const people = await ask(slug, wanted, left.signal);
      if (!left.signal.aborted) setFound({ wanted, people });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [slug, wanted]);
  return wanted && found?.wanted === wanted ? found.people : [];
}

async function ask(slug: string, wanted: string, signal: AbortSignal) {
  try {
    const address = `/api/find/${slug}?q=${encodeURIComponent(wanted)}`;
    const answer = await window.fetch(address, { signal });
    const result = (await answer.json()) as { ok: boolean; value: readonly FoundPerson[] };
    return result.ok ? result.value : [];
  } catch {
    return [];
  }
}
