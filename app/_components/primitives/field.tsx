import { type ComponentProps, type ReactNode, useId } from "react";

export interface FieldTexts {
  label: ReactNode;
  help?: ReactNode;
  /** The error as a sentence. Its space is reserved unless `hasNoErrorRoom`. */
  error?: ReactNode;
  hasNoErrorRoom?: boolean;
}

/** A single-line text field with label, help and error. Accepts every attribute of `<input>`. */
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

/** A multi-line text field. Accepts every attribute of `<textarea>`. */
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

/** A native select. Shows `options` in their order; accepts every attribute of `<select>`. */
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

/**
 * An input without a label, which is given elsewhere (`aria-label`, or a label around it). As wide as its
 * container unless `className` says otherwise.
 */
export function Input({ className = "w-full", ...rest }: ComponentProps<"input">) {
  return (
    <input {...rest} className={`${look} border-edge py-[5px] pe-2.5 text-body ${className}`} />
  );
}

/** Like `Input`. `isBare` has no border, for use within a sentence. */
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
        // The space is reserved, so that an error does not move the page.
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
