"use client";

import { useEffect } from "react";

/** Goes on by itself; this page does not stay in the browser's history. */
export function Leave({ url, label }: { url: string; label: string }) {
  useEffect(() => {
    window.location.replace(url);
  }, [url]);
  return (
    <p>
      <a className="btn btn-ink" href={url} rel="noreferrer">
        {label}
      </a>
    </p>
  );
}
