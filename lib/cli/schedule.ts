import { randomUUID } from "node:crypto";
import { basename } from "node:path";

import { z } from "zod";

import type { Scheduled } from "../deliveries/schedule-post.ts";
import { submitPost } from "../deliveries/submit-post.ts";
import type { Context } from "../kernel/context.ts";
import { withoutIsolation } from "../kernel/isolate-text.ts";
import { maxUploadBytes } from "../media/medium.ts";
import { uploadMedia } from "../media/upload-media.ts";
import { finishVideo, keepPiece } from "../media/upload-video.ts";
import { videoPieceBytes } from "../media/video-size.ts";
import { granted, RefusedCommand } from "../transports/refused-command.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { chooseAccount } from "./choose-account.ts";
import { readFileGiven, withFileGiven } from "./files.ts";
import { disclosureGiven, optionsGiven } from "./post-options.ts";
import type { Terminal } from "./terminal.ts";

const list = z.array(z.string()).default([]);

export const scheduleOptions = z.object({
  account: list,
  stage: z.string(),
  text: z.string().default(""),
  threadPart: list,
  media: list,
  alt: list,
  video: z.string().optional(),
  videoAlt: z.string().default(""),
  poll: list,
  pollMinutes: z.coerce.number().int().min(1).max(100_000).default(1_440),
  pollMultiple: z.boolean().default(false),
  warning: z.string().optional(),
  visibility: z.enum(["public", "unlisted", "followers", "mentioned"]).optional(),
  option: list,
  ai: z.enum(["assisted", "generated"]).optional(),
  paid: z.boolean().default(false),
  at: z.string().optional(),
  now: z.boolean().default(false),
  nextSlot: z.boolean().default(false),
});

export type ScheduleOptions = z.infer<typeof scheduleOptions>;

/** Creates and schedules a post. A refusal leaves no draft. */
export async function schedule(
  ctx: Context,
  given: ScheduleOptions,
  terminal: Pick<Terminal, "folder">,
): Promise<Scheduled> {
  const when = momentOrSlotOf(given);
  const accountIds = (await Promise.all(given.account.map((name) => chooseAccount(ctx, name)))).map(
    ({ id }) => id,
  );
  const stageId = await stageNamed(ctx, given.stage);
  const images = await uploadAll(ctx, given, terminal);
  const video = given.video
    ? await uploadOne(ctx, given.video, given.videoAlt, terminal)
    : undefined;
  const parts = [
    { text: given.text, images, video, ...besideText(given) },
    ...given.threadPart.map((text) => ({ text, images: [] })),
  ];
  const options = await optionsGiven(ctx, given.option);
  const disclosure = disclosureGiven(given);
  const draft = { stageId, accountIds, parts, options, disclosure };
  return granted(await submitPost(ctx, { draft, when }));
}

/** Fields of the first part; warning and visibility apply to the whole thread. */
function besideText({ poll, pollMinutes, pollMultiple, warning, visibility }: ScheduleOptions) {
  const asked = { options: poll, minutes: pollMinutes, isMultiple: pollMultiple };
  return { poll: poll.length > 0 ? asked : undefined, warning, visibility };
}

function momentOrSlotOf({ nextSlot, ...given }: ScheduleOptions) {
  if (!nextSlot) return momentOf(given);
  if (given.now || given.at !== undefined) throw new RefusedCommand("when");
  return { kind: "next-slot" as const };
}

export function momentOf({ at, now }: Pick<ScheduleOptions, "at" | "now">) {
  if (now === (at !== undefined)) throw new RefusedCommand("when");
  return at === undefined ? { kind: "now" as const } : { kind: "wall-clock" as const, at };
}

/** Finds a stage by id, key or name. */
export async function stageNamed(ctx: Context, wanted: string): Promise<string> {
  const stages = await listStages(ctx);
  const plain = withoutIsolation(wanted);
  const stage = stages.find(({ id, key, name }) => [id, key, name].includes(plain));
  const known = stages.map(({ key }) => key).join(", ");
  if (!stage) throw new RefusedCommand("unknown-stage", { wanted, known });
  return stage.id;
}

async function uploadAll(
  ctx: Context,
  { media, alt }: ScheduleOptions,
  terminal: Pick<Terminal, "folder">,
) {
  if (media.length !== alt.length)
    throw new RefusedCommand("alt-per-media", {
      media: media.length,
      alt: alt.length,
    });
  const images: { mediaId: string; alt: string }[] = [];
  for (const [index, file] of media.entries()) {
    const bytes = await readFileGiven(terminal, file, maxUploadBytes);
    const medium = granted(await uploadMedia(ctx, { bytes, fileName: basename(file) }));
    images.push({ mediaId: medium.id, alt: alt[index] ?? "" });
  }
  return images;
}

async function uploadOne(
  ctx: Context,
  file: string,
  alt: string,
  terminal: Pick<Terminal, "folder">,
): Promise<{ mediaId: string; alt: string }> {
  const medium = await withFileGiven(terminal, file, async (opened) => {
    const { byteLength } = opened;
    const upload = { uploadId: randomUUID(), fileName: basename(file), byteLength };
    for (let place = 0; place * videoPieceBytes < byteLength; place += 1) {
      const start = place * videoPieceBytes;
      const content = await opened.read(start, Math.min(byteLength, start + videoPieceBytes));
      granted(await keepPiece(ctx, upload, place, content));
    }
    return granted(await finishVideo(ctx, upload));
  });
  return { mediaId: medium.id, alt };
}
