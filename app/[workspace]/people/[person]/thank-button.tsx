"use client";

import { Megaphone } from "lucide-react";
import { useRouter } from "next/navigation";

import { type Answer, useAnswer } from "../../../_components/person/use-answer.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";

/** Creates a draft for this person and opens it; if a rule holds the person back, shows the reason. */
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
