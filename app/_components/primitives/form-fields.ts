interface Sent {
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong?: readonly string[];
}

type Say = (key: string) => string;

/** Returns the properties of a required field by its name: texts, previous input and error. */
export function requiredFields(t: Say, state: Sent) {
  return (name: string) => ({
    name,
    label: t(`${name}.label`),
    required: true,
    defaultValue: state.typed[name],
    error: state.wrong?.includes(name) ? t(`${name}.wrong`) : undefined,
    hasNoErrorRoom: true,
  });
}

/** Returns the properties of a field for a new password, as opposed to the current one. */
export function newPassword(t: Say) {
  return {
    type: "password",
    autoComplete: "new-password",
    minLength: 10,
    help: t("password.help"),
  } as const;
}
