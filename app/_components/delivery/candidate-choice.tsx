"use client";

import type { ReactNode } from "react";

import { Radio } from "../primitives/choice.tsx";
import { useTyped } from "./typed.ts";

/** One of the posts that were found, or with an empty id none of them, which is chosen until a person knows better. */
export function CandidateChoice({ id, children }: { id: string; children: ReactNode }) {
  const { candidate = "" } = useTyped();
  return <Radio name="candidate" value={id} defaultChecked={candidate === id} label={children} />;
}
