import { ApiError, isTrue, listIn, only, type Fields } from "./http.ts";
import type { Media, Status, World } from "./world.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** As people count: a family is one. */
export function lengthOf(text: string): number {
  return [...segmenter.segment(text)].length;
}

export function pollIn(world: World, fields: Fields, media: readonly Media[]): Status["poll"] {
  const asked = fields["poll"] as Fields | undefined;
  if (!asked) return undefined;
  only(asked, ["options", "expires_in", "multiple", "hide_totals"]);
  const options = listIn(asked, "options").map((option) => option.trim());
  const seconds = Number(asked["expires_in"]);
  const wrong =
    wrongWithOptions(world, options) ??
    wrongWithTime(world, seconds) ??
    (media.length > 0 ? "Cannot attach files to a poll" : undefined);
  if (wrong) throw new ApiError(422, `Validation failed: ${wrong}`);
  return {
    id: world.newId(),
    options,
    isMultiple: isTrue(asked["multiple"]),
    expiresAt: new Date(world.now().getTime() + seconds * 1000),
    votes: new Map(),
  };
}

function wrongWithOptions(
  { configuration: { pollOptions, pollOptionLength } }: World,
  options: readonly string[],
): string | undefined {
  if (options.length < 2) return "Options must be more than one item";
  if (options.length > pollOptions) return `Options can't contain more than ${pollOptions} items`;
  if (options.some((option) => lengthOf(option) > pollOptionLength))
    return `Options can't be longer than ${pollOptionLength} characters each`;
  if (options.includes("")) return "Options can't be blank";
  return new Set(options).size < options.length
    ? "Options can't contain duplicate items"
    : undefined;
}

function wrongWithTime({ configuration }: World, seconds: number): string | undefined {
  if (!(seconds >= configuration.pollMinSeconds)) return "Expires at is too soon";
  return seconds > configuration.pollMaxSeconds
    ? "Expires at is too far into the future"
    : undefined;
}
