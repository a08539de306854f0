"use client";

import type { ReactNode } from "react";

import { Radio } from "../primitives/choice.tsx";
import { useTyped } from "./typed.ts";

/** One of the posts that were found, or with an empty id none of them, which is chosen until a person knows better. */
export function CandidateChoice({ id, children }: { id: string; children: ReactNode }) {
  const { candidateRemoteId = "" } = useTyped();
  const isChosen = candidateRemoteId === id;
  return <Radio name="candidateRemoteId" value={id} defaultChecked={isChosen} label={children} />;
}
