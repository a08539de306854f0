"use client";

import { Heart, Repeat2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { appreciateTouchpointAction } from "../../_actions/engagement.ts";
import { Button } from "../primitives/button.tsx";
import { useAnswer } from "./use-answer.ts";

const acts = [
  { how: "like", Icon: Heart },
  { how: "repost", Icon: Repeat2 },
] as const;

/** Likes or reposts what somebody wrote. This cannot be undone here. */
export function Appreciate({
  workspace,
  touchpointId,
  given,
}: {
  workspace: string;
  touchpointId: string;
  given: readonly ("like" | "repost")[];
}) {
  const t = useTranslations("touchpoints.appreciate");
  const { send, refusal, isBusy } = useAnswer();
  return (
    <span className="ms-2 inline-flex items-center gap-1 align-middle">
      {acts.map(({ how, Icon }) => {
        const isGiven = given.includes(how);
        return (
          <Button
            key={how}
            variant="quiet"
            isIcon
            aria-label={t(isGiven ? `${how}Given` : how)}
            title={t(isGiven ? `${how}Given` : how)}
            aria-pressed={isGiven}
            disabled={isBusy || isGiven}
            onClick={() =>
              send(
                () => appreciateTouchpointAction(workspace, { touchpointId, how }),
                () => undefined,
              )
            }
          >
            <Icon
              size={16}
              aria-hidden="true"
              fill={isGiven && how === "like" ? "currentColor" : "none"}
            />
          </Button>
        );
      })}
      <output className="text-small text-danger">{refusal}</output>
    </span>
  );
}
