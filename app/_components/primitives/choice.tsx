import type { ComponentProps, ReactNode } from "react";

interface ChoiceLook {
  /** Text, or icon and text, beside the box. */
  label: ReactNode;
  /** With a border like a button; a dark border if chosen. */
  isBoxed?: boolean;
}

/** A native checkbox with its label. Accepts every attribute of `<input>`. */
export function Checkbox(props: ChoiceLook & ComponentProps<"input">) {
  return <Choice {...props} type="checkbox" />;
}

/** A native radio button; put several into a `RadioGroup` and give them its `name`. */
export function Radio(props: ChoiceLook & ComponentProps<"input">) {
  return <Choice {...props} type="radio" />;
}

function Choice({ label, isBoxed = false, ...rest }: ChoiceLook & ComponentProps<"input">) {
  return (
    <label
      className={`inline-flex min-h-control cursor-pointer items-center gap-2 ${isBoxed ? box : ""}`}
    >
      <input
        {...rest}
        className={`m-0 size-4 flex-none accent-ink ${isBoxed ? "focus-visible:outline-none" : ""}`}
      />
      {label}
    </label>
  );
}

const box =
  "rounded-2 border border-edge bg-surface px-3 font-medium has-checked:border-ink has-checked:inset-ring has-checked:inset-ring-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";

/** Labels the question that the radio buttons or checkboxes answer. */
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
      <legend className={isLabelHidden ? "sr-only" : "mb-1 text-body font-semibold"}>
        {label}
      </legend>
      {children}
    </fieldset>
  );
}
