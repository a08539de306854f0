"use client";

import { useEffect, useState } from "react";

import type { Found } from "#lib/views/find";

const pauseMs = 150;

const nothing: Found = { people: [], posts: [], hasMore: { people: false, posts: false } };

/** Returns people and posts that match the words, a moment after the last input. */
export function useFound(slug: string, wanted: string): Found {
  const [answer, setAnswer] = useState<{ wanted: string; found: Found }>();
  useEffect(() => {
    if (!wanted) return;
    const left = new AbortController();
    const timer = setTimeout(async () => {
      const found = await ask(slug, wanted, left.signal);
      if (!left.signal.aborted) setAnswer({ wanted, found });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [slug, wanted]);
  return wanted && answer?.wanted === wanted ? answer.found : nothing;
}

async function ask(slug: string, wanted: string, signal: AbortSignal): Promise<Found> {
  try {
    const address = `/api/find/${slug}?q=${encodeURIComponent(wanted)}`;
    const answer = await window.fetch(address, { signal });
    const result = (await answer.json()) as { ok: boolean; value: Found };
    return result.ok ? result.value : nothing;
  } catch {
    return nothing;
  }
}
