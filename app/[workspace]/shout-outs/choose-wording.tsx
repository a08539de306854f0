"use client";

import { chooseWordingAction } from "../../_actions/advocacy.ts";
import { useAnswer } from "../../_components/person/use-answer.ts";
import { Notice } from "../../_components/primitives/notice.tsx";
import { WordingMenu } from "./wording-menu.tsx";

/** Chooses the wording of a suggestion. The choice is saved and shown to every member. */
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

/** Nothing to do on success: the action refreshes the page. */
function noop(): void {}
