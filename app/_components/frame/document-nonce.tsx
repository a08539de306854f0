"use client";

import { useState } from "react";

/**
 * Passes the document's nonce to the component library for its style elements. A document keeps its first
 * policy; the nonces of later responses do not apply to it.
 */
export function DocumentNonce({ nonce }: { nonce: string | undefined }) {
  const own = useDocumentNonce(nonce);
  return own ? <meta property="csp-nonce" nonce={own} suppressHydrationWarning /> : null;
}

export function useDocumentNonce(nonce: string | undefined): string | undefined {
  const [own] = useState(nonce);
  return own;
}
