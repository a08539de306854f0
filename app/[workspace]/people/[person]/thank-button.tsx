"use client";

import { Megaphone } from "lucide-react";
import { useRouter } from "next/navigation";

import { type Answer, useAnswer } from "../../../_components/person/use-answer.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";

/** Makes a draft for this person and goes where it waits; where the rules hold them back, says why. */
export function ThankButton({
  personId,
  label,
  href,
  onThank,
}: {
  personId: string;
  label: string;
  href: string;
  onThank: (input: { personId: string }) => Promise<Answer>;
}) {
  const router = useRouter();
  const { send, refusal, isBusy } = useAnswer();
  return (
    <>
      <Button
        variant="ink"
        disabled={isBusy}
        onClick={() =>
          send(
            () => onThank({ personId }),
            () => router.push(href),
          )
        }
      >
        <Megaphone aria-hidden />
        {label}
      </Button>
      <Notice tone="danger">{refusal}</Notice>
    </>
  );
}
