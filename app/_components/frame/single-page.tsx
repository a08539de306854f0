import type { ReactNode } from "react";

import { Brand } from "./brand.tsx";

/** A page with a single box: sign-in, error, invitation. `title` is its h1. */
export function SinglePage({
  title,
  text,
  children,
}: {
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <main className="grid min-h-dvh place-items-center p-4" id="main">
      <div className="grid w-[min(440px,100%)] justify-items-start gap-4 rounded-3 border border-line-2 bg-surface p-8 max-sm:p-5 [&>form]:w-full">
        <Brand name="Shoutloop" />
        <h1>{title}</h1>
        {text ? <p className="text-read text-ink-2">{text}</p> : null}
        {children}
      </div>
    </main>
  );
}
