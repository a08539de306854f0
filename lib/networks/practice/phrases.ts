import { chance, oneOf } from "./chance.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import type { Kind, Lines, Topic, Words } from "./words.ts";

export function topicOf(text: string): Topic {
  if (/winactie|giveaway|contest|\bwin\b|verloot|weggeef/i.test(text)) return "contest";
  if (/€|prijs|price|korting|sale|bestel|order|winkel|shop|voorraad|stock/i.test(text))
    return "offer";
  if (/wass?en|wash|\btip|onderhoud|care|hoe je|how to|repar|stop(pen)? met/i.test(text))
    return "care";
  return "story";
}

/** Returns a text that this person might write. The same seed gives the same text. */
export function phrase(language: "nl" | "en", kind: Kind, topic: Topic, seed: string): string {
  const words = { nl: dutch, en: english }[language];
  const lines = kind === "question" ? words.questions[topic] : words.sayings[kind];
  const line = oneOf(lines, chance(seed, kind, "line"));
  const more = oneOf(moreOf(kind, words), chance(seed, kind, "more"));
  const tail = oneOf(tails[kind] ?? nothing, chance(seed, kind, "tail"));
  return line + more + tail;
}

function moreOf(kind: Kind, { praisedMore, ownedMore }: Words): Lines {
  if (kind === "praise") return praisedMore;
  return kind === "mention" || kind === "photo" || kind === "review" ? ownedMore : nothing;
}

const nothing: Lines = [""];
const happy: Lines = ["", "", " 😍", " ❤️", " 😊", " 👏"];
const tails: Partial<Record<Kind, Lines>> = {
  praise: happy,
  mention: happy,
  photo: happy,
  thanks: ["", " 😊", " ❤️", " 🙏"],
  question: ["", "", " 🙂", " 🤔"],
};
