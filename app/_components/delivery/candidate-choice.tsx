"use client";

import type { ReactNode } from "react";

import { useTyped } from "./typed.ts";

/** One of the posts that were found, or with an empty id none of them, which is chosen until a person knows better. */
export function CandidateChoice({ id, children }: { id: string; children: ReactNode }) {
  const { candidate = "" } = useTyped();
  return (
    <label className="choice">
      <input
        type="radio"
        className="tick"
        name="candidate"
        value={id}
        defaultChecked={candidate === id}
      />
      {children}
    </label>
  );
}
