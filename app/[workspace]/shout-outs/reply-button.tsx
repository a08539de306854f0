"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";

import { replyToTouchpointAction } from "../../_actions/advocacy.ts";
import { useAnswer } from "../../_components/person/use-answer.ts";
import { Button } from "../../_components/primitives/button.tsx";

/** Opens the draft that replies to the touchpoint; creates it if there is none. */
export function ReplyButton({
  workspace,
  touchpointId,
  name,
}: {
  workspace: string;
  touchpointId: string;
  name: string;
}) {
  const t = useTranslations("shout-outs.joinIn");
  const router = useRouter();
  const { send, refusal, isBusy } = useAnswer();
  return (
    <>
      <Button
        disabled={isBusy}
        aria-label={t("replyNamed", { name })}
        onClick={() =>
          send(
            () => replyToTouchpointAction(workspace, { touchpointId }),
            ({ value }) => router.push(`/${workspace}/compose?post=${value.postId}`),
          )
        }
      >
        {t("reply")}
      </Button>
      <output className="text-small text-danger">{refusal}</output>
    </>
  );
}
