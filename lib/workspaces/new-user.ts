import type { Locale } from "../i18n/locale.ts";
import type { Runtime } from "../kernel/context.ts";
import type { User } from "./workspace.ts";

export interface UserDetails {
  /** In small letters. */
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly passwordHash: string | null;
  /** Whether whoever runs the installation stands for the address. */
  readonly isEmailProven: boolean;
}

export function newUser(runtime: Runtime, details: UserDetails): User {
  const now = runtime.clock.now();
  return {
    id: runtime.newId(),
    email: details.email,
    name: details.name,
    passwordHash: details.passwordHash,
    openIdSubject: null,
    locale: details.locale,
    timeZone: details.timeZone,
    theme: "system",
    wantsMail: true,
    emailProvenAt: details.isEmailProven ? now : null,
    createdAt: now,
  };
}
