"use client";

import { useSyncExternalStore } from "react";

import { Notice } from "../primitives/notice.tsx";
import { useRefusal } from "../primitives/use-refusal.ts";

/** Says where to go, where signing in cannot work: the installation is at https, and this page is not. */
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
