"use client";

import { useSyncExternalStore } from "react";

import { Notice } from "../primitives/notice.tsx";
import { useRefusal } from "../primitives/use-refusal.ts";

/**
 * Links to the right address if signing in cannot work: the installation is configured for https, and the
 * page was opened over http.
 */
export function RightAddress({ address }: { address: string }) {
  const inWords = useRefusal();
  const isElsewhere = useSyncExternalStore(
    () => () => {},
    () => address.startsWith("https:") && window.location.protocol === "http:",
    () => false,
  );
  return (
    <Notice tone="danger">
      {isElsewhere ? inWords({ refusal: "other-address", detail: { address } }) : null}
    </Notice>
  );
}
