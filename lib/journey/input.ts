import { z } from "zod";

export const stageByHandInput = z.object({
  personId: z.string().max(64),
  stageId: z.string().max(64),
});

export type StageByHandInput = z.infer<typeof stageByHandInput>;
