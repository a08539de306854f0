import { basename } from "node:path";

import type { Command } from "commander";

import { refusalSentence } from "../../i18n/refusal-sentence.ts";
import { openBucket } from "../../media/bucket.ts";
import { checkBucket } from "../../media/check-bucket.ts";
import { maxUploadBytes } from "../../media/medium.ts";
import { mayBeVideo } from "../../media/probe-video.ts";
import { checkMedia } from "../../media/upload-media.ts";
import { checkVideo } from "../../media/upload-video.ts";
import { wordFor } from "../../networks/contract/video.ts";
import type { CommandContext } from "../command-context.ts";
import { readFileGiven, withFileGiven } from "../files.ts";
import type { Terminal } from "../terminal.ts";

export function addMediaCommands(program: Command, cli: CommandContext): void {
  const { tell, locale, terminal, withoutRuntime } = cli;
  const media = program.command("media").description(tell("cli.help.media"));
  addBucketCommand(media, cli);
  media
    .command("check <file>")
    .description(tell("cli.help.media-check"))
    .action(
      withoutRuntime(async (command) => {
        const [file = ""] = command.args;
        const video = await checkedVideo(terminal, file);
        if (video?.ok) {
          const { container, codec, audioCodec, ...numbers } = video.value;
          const said = { container: wordFor(container), codec: wordFor(codec) };
          const text = tell("cli.done.video-taken", {
            ...numbers,
            ...said,
            audio: wordFor(audioCodec ?? ""),
            hasAudio: audioCodec ? "yes" : "no",
            megabytes: numbers.byteLength / 1e6,
          });
          return { json: { isTaken: true, ...video.value }, text };
        }
        if (video) {
          const sentence = refusalSentence(tell, locale, video);
          return { json: { isTaken: false, refusal: video.refusal, sentence }, text: sentence };
        }
        const bytes = await readFileGiven(terminal, file, maxUploadBytes);
        const checked = await checkMedia({ bytes, fileName: basename(file) });
        if (!checked.ok) {
          const sentence = refusalSentence(tell, locale, checked);
          return { json: { isTaken: false, refusal: checked.refusal, sentence }, text: sentence };
        }
        const { type, width, height, bytes: kept } = checked.value.image;
        const facts = { type, width, height, byteLength: kept.length };
        return { json: { isTaken: true, ...facts }, text: tell("cli.done.media-taken", facts) };
      }),
    );
}

/** Checks a video file; undefined if neither its content nor its name is that of a video. */
async function checkedVideo(terminal: Pick<Terminal, "folder">, file: string) {
  if (!isCalledVideo(file)) {
    const beginning = await readFileGiven(terminal, file, beginningBytes);
    if (beginning.length === 0 || !(await mayBeVideo(beginning))) return undefined;
  }
  return withFileGiven(terminal, file, (opened) => checkVideo(opened, basename(file)));
}

const beginningBytes = 4_096;

function isCalledVideo(file: string): boolean {
  return /\.(?:mp4|m4v|mov|qt|webm|mkv|avi|mpe?g|wmv|3gp)$/i.test(file);
}

/** Adds the command that checks whether networks could fetch images from the operator's bucket. */
function addBucketCommand(media: Command, { tell, terminal, withRuntime }: CommandContext): void {
  media
    .command("check-bucket")
    .description(tell("cli.help.media-check-bucket"))
    .action(
      withRuntime(async (_command, runtime) => {
        const { bucket: place } = terminal.environment();
        const checked = place
          ? await checkBucket(openBucket(place, runtime.http), runtime)
          : ({ kind: "none", said: "" } as const);
        const { endpoint = "", bucket = "" } = place ?? {};
        const said = "said" in checked ? checked.said : "";
        const sentence = tell(`cli.bucket.${checked.kind}`, { bucket, endpoint, said });
        const json = { bucket, endpoint, result: checked.kind, said, sentence };
        return { json, text: sentence, isWrong: checked.kind !== "fine" };
      }),
    );
}
