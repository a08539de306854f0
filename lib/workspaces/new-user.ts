import type { Locale } from "../i18n/locale.ts";
import type { Runtime } from "../kernel/context.ts";
import type { User } from "./workspace.ts";

export interface UserDetails {
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly passwordHash: string | null;
  /**
   * Whether the address is known to be the user's. True only for the first user, who sets up the
   * installation.
   */
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
