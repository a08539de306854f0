import { z } from "zod";

export const jobIdInput = z.object({ jobId: z.string().min(1).max(200) });
export type JobIdInput = z.infer<typeof jobIdInput>;
