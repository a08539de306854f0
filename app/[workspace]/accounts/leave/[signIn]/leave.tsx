"use client";

import { useEffect } from "react";

import { buttonLook } from "../../../../_components/primitives/button.tsx";

/** Goes on to the network automatically; this page is replaced in the browser's history. */
export function Leave({ url, label }: { url: string; label: string }) {
  useEffect(() => {
    window.location.replace(url);
  }, [url]);
  return (
    <p>
      <a className={buttonLook("ink")} href={url} rel="noreferrer">
        {label}
      </a>
    </p>
  );
}
