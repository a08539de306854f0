"use client";

import { chooseWordingAction } from "../../_actions/advocacy.ts";
import { useAnswer } from "../../_components/person/use-answer.ts";
import { Notice } from "../../_components/primitives/notice.tsx";
import { WordingMenu } from "./wording-menu.tsx";

/** The wording of a suggestion; whoever looks next sees the one that was chosen. */
export function ChooseWording({
  workspace,
  shoutOutId,
  ...shown
}: Omit<Parameters<typeof WordingMenu>[0], "onChoose"> & {
  workspace: string;
  shoutOutId: string;
}) {
  const { send, refusal } = useAnswer();
  return (
    <>
      <WordingMenu
        {...shown}
        onChoose={({ key: wording }) =>
          send(() => chooseWordingAction(workspace, { shoutOutId, wording }), noop)
        }
      />
      <Notice tone="danger">{refusal}</Notice>
    </>
  );
}

/** The page comes anew by itself. */
function noop(): void {}
