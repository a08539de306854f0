import type { ComponentProps, ReactNode } from "react";

interface ChoiceLook {
  /** What stands beside the tick: text, or icon and text. */
  label: ReactNode;
  /** Edged like a button, ink edge when chosen. */
  isBoxed?: boolean;
}

/** A native checkbox with its label. Takes every attribute of `<input>`. */
export function Checkbox({
  label,
  isBoxed = false,
  ...rest
}: ChoiceLook & ComponentProps<"input">) {
  return (
    <label className={isBoxed ? "choice choice-box" : "choice"}>
      <input {...rest} type="checkbox" className="tick" />
      {label}
    </label>
  );
}

/** One of several; put them in a `RadioGroup` and give them its `name`. */
export function Radio({ label, isBoxed = false, ...rest }: ChoiceLook & ComponentProps<"input">) {
  return (
    <label className={isBoxed ? "choice choice-box" : "choice"}>
      <input {...rest} type="radio" className="tick" />
      {label}
    </label>
  );
}

/** Names the question that its radios (or checkboxes) answer. */
export function RadioGroup({
  label,
  isLabelHidden = false,
  children,
}: {
  label: ReactNode;
  isLabelHidden?: boolean;
  children: ReactNode;
}) {
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-2">
      <legend className={isLabelHidden ? "sr-only" : "field-label mb-1"}>{label}</legend>
      {children}
    </fieldset>
  );
}
