"use client";

import { useState } from "react";

/**
 * The nonce of the document, where the component library looks for it, for the style elements that it
 * makes. A document keeps the policy that it came with: what later answers of the server say is theirs.
 */
export function DocumentNonce({ nonce }: { nonce: string | undefined }) {
  const own = useDocumentNonce(nonce);
  return own ? <meta property="csp-nonce" nonce={own} suppressHydrationWarning /> : null;
}

export function useDocumentNonce(nonce: string | undefined): string | undefined {
  const [own] = useState(nonce);
  return own;
}
