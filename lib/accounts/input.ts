import { z } from "zod";

import { pasted } from "../networks/kit/pasted.ts";

const connection = {
  network: z.string().min(1).max(40),
  /** Answers by the connector's field names. */
  answers: z.record(z.string().max(40), z.string().max(2_000).transform(pasted)).default({}),
  /** The account to sign in again; another account is refused. */
  accountId: z.string().min(1).max(64).optional(),
};

export const connectAccountInput = z.object(connection);

export type ConnectAccountInput = z.input<typeof connectAccountInput>;

export const accountIdInput = z.object({ accountId: z.string().min(1).max(64) });

export type AccountIdInput = z.infer<typeof accountIdInput>;

export const optionChoicesInput = z.object({
  accountId: z.string().min(1).max(64),
  option: z.string().min(1).max(64),
});

export type OptionChoicesInput = z.infer<typeof optionChoicesInput>;

export const accountBudgetInput = z.object({
  accountId: z.string().min(1).max(64),
  /** US dollars, as a number or as typed; null or empty for no limit. */
  usdPerMonth: z
    .union([z.number(), z.null(), z.string().trim().transform(typedAmount)])
    .default(null)
    .pipe(z.number().min(0).max(1_000_000).nullable()),
});

function typedAmount(typed: string): number | null {
  return typed === "" ? null : Number(typed.replace(",", "."));
}

export type AccountBudgetInput = z.input<typeof accountBudgetInput>;

export const beginSignInInput = z.object({
  ...connection,
  /** The exact address to which the network redirects. */
  callbackUrl: z.url({ protocol: /^https?$/ }).max(2_000),
  /** Scheme and host under which the person reaches this installation. */
  publicUrl: z.url({ protocol: /^https?$/ }).max(2_000),
});

export type BeginSignInInput = z.input<typeof beginSignInInput>;

export const finishSignInInput = z.object({
  state: z.string().min(1).max(500),
  /** All query parameters of the return. */
  returned: z.record(z.string().max(100), z.string().max(10_000)),
});

export type FinishSignInInput = z.input<typeof finishSignInInput>;

export const chooseAccountsInput = z.object({
  signInId: z.string().min(1).max(64),
  /** Remote ids, of the accounts that the sign-in opened. */
  remoteIds: z.array(z.string().min(1).max(500)).max(1_000),
});

export type ChooseAccountsInput = z.infer<typeof chooseAccountsInput>;
