import type { RemoteTouchpoint } from "#lib/networks/contract/remote";

const yearMs = 365 * 86_400_000;

/** How often what is done; the rest follows from what people are. */
const types: readonly (readonly [RemoteTouchpoint["type"], number])[] = [
  ["like", 0.62],
  ["reply", 0.14],
  ["repost", 0.08],
  ["follow", 0.07],
  ["mention", 0.06],
  ["quote", 0.03],
];
const words = [
  "What a lovely scarf this is, so warm",
  "Does it come in blue as well?",
  "Prachtig geworden, dank jullie wel!",
  "Wat kost de grote maat?",
  "Mine arrived broken and nobody answers",
  "Thank you, it fits perfectly",
  "Zo blij mee, elke dag aan",
  "Will you be at the market on Saturday?",
];

/**
 * A world with a heavy tail, oldest first over a year: one person does a twentieth of everything, the
 * others by a power law. The same numbers give the same world.
 */
export function fanWorld({
  count,
  people,
  until,
  from = "touchpoint",
}: {
  count: number;
  people: number;
  until: Date;
  /** What the ids begin with: another world's are others. */
  from?: string;
}) {
  const random = seeded(7);
  const start = until.getTime() - yearMs;
  let done = 0;
  function one(): RemoteTouchpoint {
    const index = done++;
    const person = random() < 0.05 ? 0 : 1 + Math.floor((people - 1) * random() ** 2.2);
    const type = chosen(random());
    const hasWords = type === "reply" || type === "mention" || type === "quote";
    return {
      remoteId: `${from}-${index}`,
      type,
      at: new Date(start + Math.floor((yearMs * index) / count)),
      person: {
        remoteId: `did:${person}`,
        handle: `p${person}.example`,
        displayName: `Person ${person}`,
      },
      ...(hasWords && { text: `${words[Math.floor(random() * words.length)]} (${index})` }),
    };
  }
  return { next: (size: number) => Array.from({ length: size }, one) };
}

function chosen(at: number): RemoteTouchpoint["type"] {
  let sum = 0;
  for (const [type, share] of types) {
    sum += share;
    if (at < sum) return type;
  }
  return "like";
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
