import { createInterface } from "node:readline";
import { Readable } from "node:stream";

import { z } from "zod";

import type { ReplayLine } from "../advocacy/replay.ts";
import { touchpointTypes } from "../engagement/touchpoint.ts";
import { personRoles } from "../people/person.ts";

const lineInput = z.object({
  person: z.string().trim().min(1).max(200),
  at: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
  type: z.enum(touchpointTypes),
  text: z
    .string()
    .max(10_000)
    .nullish()
    .transform((text) => text?.trim() || null),
  stars: z
    .int()
    .min(1)
    .max(5)
    .nullish()
    .transform((stars) => stars ?? null),
  channel: z.string().trim().min(1).max(50).default("other"),
  role: z.enum(personRoles).optional(),
  hasImage: z.boolean().default(false),
  isContest: z.boolean().default(false),
  /** Whether it answers a post that thanked somebody. */
  isAnswerToThanks: z.boolean().default(false),
  /** The person whose comment under our post it answers. */
  answers: z.string().trim().min(1).max(200).optional(),
});

export interface ReadReplay {
  readonly lines: readonly ReplayLine[];
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/** Reads one JSON object per line; skips blank lines. */
export async function readReplay(text: AsyncIterable<string>): Promise<ReadReplay> {
  const lines: ReplayLine[] = [];
  const refused: { line: number; reason: string }[] = [];
  let line = 0;
  const input = Readable.from(text);
  for await (const raw of createInterface({ input, crlfDelay: Infinity })) {
    line += 1;
    const written = raw.replace(/^\uFEFF/, "").trim();
    if (written === "") continue;
    const read = lineInput.safeParse(parsed(written));
    if (read.success) {
      const { answers, ...told } = read.data;
      const isAnswerToOther = answers !== undefined && answers !== told.person;
      lines.push({ ...told, role: told.role, line, isAnswerToOther });
    } else refused.push({ line, reason: reasonOf(read.error) });
  }
  return { lines, refused };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the name of the wrong field, or that the line is not a JSON object. */
function reasonOf({ issues }: z.ZodError): string {
  const [field] = issues[0]?.path ?? [];
  return field === undefined ? "not-an-object" : String(field);
}
