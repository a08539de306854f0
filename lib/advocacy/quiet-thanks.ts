import type { Workspace } from "../workspaces/workspace.ts";
import { draftFor, wordingsFor, type DraftInput, type Wording } from "./draft.ts";
import type { Fan, LoadedFans } from "./load-fan-evidence.ts";
import { quotableWords } from "./needs-check.ts";
import { languageOf } from "./propose.ts";
import { hasEarned } from "./score.ts";
import type { Moment, ShoutOutDraft } from "./shout-out.ts";
import { utilityOf } from "./utility.ts";

/** A person to thank with a card, a letter, in person or by e-mail, because no network reaches them. */
export interface QuietSuggestion {
  readonly person: Fan["person"];
  readonly moment: Moment | undefined;
  readonly draft: ShoutOutDraft;
  /** Every text that fits. */
  readonly wordings: readonly Wording[];
  readonly utility: number;
}

const wholeLetter = {
  text: { max: 2_000, unit: "graphemes" },
  images: { max: 0, maxBytes: 0, maxSide: 0, altMax: 0 },
  threadMax: 1,
} as const;

/**
 * Returns the most useful first, at most as many as the workspace allows each week. Drafts are written for
 * these only.
 */
export function quietSuggestions(
  { fans, workspace }: Pick<LoadedFans, "fans" | "workspace">,
  now: Date,
): QuietSuggestion[] {
  return fans
    .filter(isOutOfReach)
    .map((fan) => ({ fan, utility: usefulness(fan, now) }))
    .toSorted((a, b) => b.utility - a.utility)
    .slice(0, workspace.settings.shoutOutsPerWeek)
    .map(({ fan, utility }) => suggestionFor(fan, workspace, utility));
}

function usefulness({ moments, rawSinceThanked, recognitions }: Fan, now: Date): number {
  const [moment] = moments;
  return utilityOf({ now, rawSinceThanked, moment, pastRecognitions: recognitions.length });
}

/** Whether only the missing account holds the person back, and there is something to thank for. */
function isOutOfReach(fan: Fan): boolean {
  return fan.held === "no-account" && (fan.moments.length > 0 || hasEarned(fan.score));
}

function suggestionFor(fan: Fan, workspace: Workspace, utility: number): QuietSuggestion {
  const { person, moments, acts } = fan;
  const [moment] = moments;
  const act = acts.findLast(({ id }) => id === moment?.touchpointId) ?? acts.at(-1);
  const language = languageOf(fan);
  const input: DraftInput = {
    kind: moment?.kind ?? "standing",
    language,
    mention: person.displayName,
    words: quotableWords(act, language),
    stars: act?.stars ?? null,
    isToThem: true,
    limits: wholeLetter,
    brand: workspace.name,
    seed: person.id,
  };
  const { drafts } = workspace.settings;
  return {
    person,
    moment,
    draft: draftFor(input, drafts),
    wordings: wordingsFor(input, drafts),
    utility,
  };
}
