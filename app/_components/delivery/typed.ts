"use client";

import { createContext, useContext } from "react";

type Typed = Readonly<Record<string, string>>;

/** What was typed into an answer that was refused: without script the page is drawn anew, and nothing may be lost. */
export const TypedAnswer = createContext<Typed>({});

export function useTyped(): Typed {
  return useContext(TypedAnswer);
}
