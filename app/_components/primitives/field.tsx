import { type ComponentProps, type ReactNode, useId } from "react";

export interface FieldTexts {
  label: ReactNode;
  help?: ReactNode;
  /** What is wrong, in a sentence. Its room is reserved unless `hasNoErrorRoom`. */
  error?: ReactNode;
  hasNoErrorRoom?: boolean;
}

/** One line of text: label, field, help, error. Takes every attribute of `<input>`. */
export function TextField({
  label,
  help,
  error,
  hasNoErrorRoom,
  ...rest
}: FieldTexts & ComponentProps<"input">) {
  const id = useId();
  return (
    <Field {...{ id, label, help, error, hasNoErrorRoom }}>
      <Input {...rest} id={id} {...described(id, help, error)} />
    </Field>
  );
}

/** Several lines of text. Takes every attribute of `<textarea>`. */
export function TextArea({
  label,
  help,
  error,
  hasNoErrorRoom,
  ...rest
}: FieldTexts & ComponentProps<"textarea">) {
  const id = useId();
  return (
    <Field {...{ id, label, help, error, hasNoErrorRoom }}>
      <textarea
        rows={3}
        {...rest}
        id={id}
        className={`${look} w-full resize-y border-edge py-2 pe-2.5 text-read`}
        {...described(id, help, error)}
      />
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** A native select. `options` in order; takes every attribute of `<select>`. */
export function SelectField({
  label,
  help,
  error,
  hasNoErrorRoom,
  options,
  ...rest
}: FieldTexts & ComponentProps<"select"> & { options: readonly Option[] }) {
  const id = useId();
  return (
    <Field {...{ id, label, help, error, hasNoErrorRoom }}>
      <Select {...rest} id={id} {...described(id, help, error)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The field alone, where its name stands elsewhere (`aria-label`, or a label around it). As wide as what holds it, or by `className`. */
export function Input({ className = "w-full", ...rest }: ComponentProps<"input">) {
  return (
    <input {...rest} className={`${look} border-edge py-[5px] pe-2.5 text-body ${className}`} />
  );
}

/** As `Input`. `isBare` has no edge, among words. */
export function Select({
  className = "w-full",
  isBare = false,
  ...rest
}: ComponentProps<"select"> & { isBare?: boolean }) {
  return (
    <select
      {...rest}
      className={`${look} appearance-none select-arrow py-[5px] pe-[30px] text-body ${isBare ? "border-transparent" : "border-edge"} ${className}`}
    />
  );
}

export function FieldHelp(props: ComponentProps<"span">) {
  return <span {...props} className="block text-small font-normal text-ink-3" />;
}

function Field({
  id,
  label,
  help,
  error,
  hasNoErrorRoom,
  children,
}: { [Key in keyof FieldTexts]: FieldTexts[Key] | undefined } & {
  id: string;
  children: ReactNode;
}) {
  return (
    <div className="grid min-w-0 gap-1">
      <label className="text-body font-semibold" htmlFor={id}>
        {label}
      </label>
      {children}
      {help ? (
        <p className="text-small text-ink-3" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      {hasNoErrorRoom && !error ? null : (
        // The room is there before the error is, so that nothing jumps under a pointer.
        <p
          className="min-h-4 text-small font-semibold text-danger"
          id={`${id}-error`}
          aria-live="polite"
        >
          {error}
        </p>
      )}
    </div>
  );
}

const look =
  "min-h-control rounded-2 border bg-surface ps-2.5 font-normal text-ink placeholder:text-ink-3 placeholder:opacity-100 max-sm:text-phone aria-invalid:border-danger aria-invalid:inset-ring aria-invalid:inset-ring-danger";

function described(id: string, help: ReactNode, error: ReactNode) {
  const ids = [error ? `${id}-error` : "", help ? `${id}-help` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}
