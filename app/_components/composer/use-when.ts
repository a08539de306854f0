import { useEffect, useState } from "react";

import type { ChosenMoment } from "./chosen-moment.ts";
import type { ComposerProps } from "./composer-props.ts";
import type { When } from "./draft.ts";

/** State of the publishing time. A choice made before leaving the page is restored. */
export function useWhen(
  { when: shown, isScheduled }: Pick<ComposerProps["start"], "when" | "isScheduled">,
  moment: ChosenMoment,
) {
  const [when, show] = useState(shown);
  const [isRestored, setRestored] = useState(false);
  useEffect(() => {
    const left = moment.begin(shown, isScheduled);
    if (!left) return;
    show(left);
    // A draft has no stored time to go back to.
    setRestored(isScheduled);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the composer opens
  }, [moment]);
  return {
    when,
    setWhen: (next: When) => {
      show(next);
      moment.keep(next);
    },
    isMomentRestored: isRestored,
    dropMoment: () => {
      moment.drop();
      show(shown);
      setRestored(false);
    },
  };
}
