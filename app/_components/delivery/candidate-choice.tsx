"use client";

import type { ReactNode } from "react";

import { Radio } from "../primitives/choice.tsx";
import { useTyped } from "./typed.ts";

/** Radio button for a candidate, or for none with an empty id, which is the default. */
export function CandidateChoice({ id, children }: { id: string; children: ReactNode }) {
  const { candidateRemoteId = "" } = useTyped();
  const isChosen = candidateRemoteId === id;
  return <Radio name="candidateRemoteId" value={id} defaultChecked={isChosen} label={children} />;
}
