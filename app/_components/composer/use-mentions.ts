"use client";

import { type KeyboardEvent, type RefObject, useState } from "react";

import type { Mentionable } from "#lib/people/list-mentionable";

import { nameBeingTyped, typeInto } from "./text-field.ts";
import { type PeopleSource, usePeople } from "./use-people.ts";

type Typed = { name: string; at: number } | null;

/**
 * Suggests people while a name is typed after an @: arrows select, Enter or Tab inserts, Escape closes the
 * list.
 */
export function useMentions(field: RefObject<HTMLTextAreaElement | null>, source: PeopleSource) {
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
