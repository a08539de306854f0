import type { Emotion } from "./lexicon.ts";

type Sign = readonly [weight: number, emotion: Emotion | undefined];

const signs: readonly (readonly [signs: string, ...Sign])[] = [
  ["😍 🥰 ❤ 💕 💖 💗 💓 💞 💘 💙 💚 💛 💜 🧡 🖤 🤍 🤎 ♥ 😻 💝 🫶", 2.5, "joy"],
  ["😀 😃 😄 😁 😆 😊 ☺ 🙂 😺 😸 😇 🤗 😂 🤣 😋 😌 😎 😉 🌞 🌈 🌸 ☀", 1.5, "joy"],
  ["🙏 🤝 💐", 1.5, "gratitude"],
  ["🔥 🎉 🥳 🤩 🙌 👏 💯 🚀 ✨ 🎊 🏆 ⭐ 🌟 💪 🎁 😱", 1.8, "enthusiasm"],
  ["👍 👌 ✅ 💋 😘 🤞 🍀", 1.2, "joy"],
  ["🤔 ❓ ❔ 🧐", 0, "question"],
  ["😢 😭 ☹ 🙁 😞 😔 😟 😕 💔 😿 😩 😫 🥺 😓 😪 😥 👎", -1.5, "disappointment"],
  ["😡 😠 🤬 👿 💩 🤮 🤢 😤 🖕 😾", -2.5, "anger"],
  ["🙄 😒 😑 😬 🤦 🤷", -1, "disappointment"],
];

const bySign = new Map<string, Sign>(
  signs.flatMap(([list, weight, emotion]) =>
    list.split(" ").map((sign) => [sign, [weight, emotion] as const] as const),
  ),
);

const smileys: readonly (readonly [RegExp, ...Sign])[] = [
  [/(?:^|\s)[:;=8]['-]?[)D\]pP](?=\s|$|[.,!?])/g, 1.5, "joy"],
  [/(?:^|\s)[:=]['-]?[(/\\[|](?=\s|$|[.,!?])/g, -1.5, "disappointment"],
  [/<3/g, 2, "joy"],
  [/\bxd\b/gi, 1, "joy"],
];

/**
 * Returns the feelings of emoji and typed smileys. Each counts once, however often it is repeated; a face
 * that cries with laughter counts as joy.
 */
export function readEmoji(text: string): Sign[] {
  const found = new Map<string, Sign>();
  for (const character of text) {
    const sign = bySign.get(character);
    if (sign) found.set(character, sign);
  }
  for (const [pattern, weight, emotion] of smileys)
    if (new RegExp(pattern).test(text)) found.set(pattern.source, [weight, emotion]);
  return [...found.values()];
}
