interface Sent {
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong?: readonly string[];
}

type Say = (key: string) => string;

/** What every required field of a form has: its texts by its name, what was typed, and what was wrong with it. */
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

/** A password that is chosen, not one that is known already. */
export function newPassword(t: Say) {
  return {
    type: "password",
    autoComplete: "new-password",
    minLength: 10,
    help: t("password.help"),
  } as const;
}
