import { useTranslations } from "next-intl";

import { answered, type Outcome } from "./answered.ts";
import { showToast } from "./toast.tsx";
import { useRefusal } from "./use-refusal.ts";

/** Returns a function that makes an undo for a toast; if undoing is refused, the reason is shown. */
export function useUndo() {
  const t = useTranslations("common");
  const inWords = useRefusal();
  return <Value>(
    act: () => Promise<Outcome<Value>>,
    onDone: (value: Value) => void = () => {},
  ) => ({
    label: t("undo"),
    onUndo(): void {
      void answered(act).then((outcome) => {
        if (outcome.ok) onDone(outcome.value);
        else showToast(inWords(outcome), { isFailure: true });
      });
    },
  });
}
