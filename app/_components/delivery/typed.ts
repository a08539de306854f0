"use client";

import { createContext, useContext } from "react";

type Typed = Readonly<Record<string, string>>;

/** Input of an answer that was refused; without script the page is rendered anew and shows it again. */
export const TypedAnswer = createContext<Typed>({});

export function useTyped(): Typed {
  return useContext(TypedAnswer);
}
