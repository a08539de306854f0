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
      <input {...rest} id={id} className="input" {...described(id, help, error)} />
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
      <textarea rows={3} {...rest} id={id} className="input" {...described(id, help, error)} />
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
      <select {...rest} id={id} className="input" {...described(id, help, error)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
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
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {help ? (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      {hasNoErrorRoom && !error ? null : (
        <p className="field-error" id={`${id}-error`} aria-live="polite">
          {error}
        </p>
      )}
    </div>
  );
}

function described(id: string, help: ReactNode, error: ReactNode) {
  const ids = [error ? `${id}-error` : "", help ? `${id}-help` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}
