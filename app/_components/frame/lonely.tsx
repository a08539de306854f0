import type { ReactNode } from "react";

import { Logo } from "./logo.tsx";

/** A page with one thing on it: sign-in, a mistake, an invitation. `title` is its h1. */
export function Lonely({
  title,
  text,
  children,
}: {
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <main className="lonely" id="main">
      <div className="lonely-sheet">
        <p className="brand">
          <Logo />
          Shoutloop
        </p>
        <h1>{title}</h1>
        {text ? <p className="text-read text-ink-2">{text}</p> : null}
        {children}
      </div>
    </main>
  );
}
