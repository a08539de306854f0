import { z } from "zod";

export const connectAccountInput = z.object({
  network: z.string().min(1).max(40),
  /** By the name of the connector's field. */
  answers: z.record(z.string().max(40), z.string().max(2_000)).default({}),
});

export type ConnectAccountInput = z.input<typeof connectAccountInput>;

export const accountIdInput = z.object({ accountId: z.string().min(1).max(64) });

export type AccountIdInput = z.infer<typeof accountIdInput>;
