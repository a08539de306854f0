import { useTranslations } from "next-intl";

import { Button } from "../primitives/button.tsx";

/** Submit button for one answer. */
export function AnswerButton({
  answer,
  label,
  variant = "outline",
}: {
  answer: "is-there" | "send-again" | "leave-out" | "move" | "rewrite";
  label?: string;
  variant?: "ink" | "outline" | "quiet";
}) {
  const t = useTranslations("needs-you");
  return (
    <Button type="submit" name="answer" value={answer} variant={variant}>
      {label ?? t(`give.${answer}`)}
    </Button>
  );
}
