import { createRequire } from "node:module";

import { transitions } from "#lib/deliveries/transitions";

/** Puts into the page what the code itself says: the order of the layers and a delivery's states. */
export function withDrawings(page: string): string {
  return filled(filled(page, "layers", layersInWords()), "states", stateDiagram());
}

function filled(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: written by`, `<!-- end of ${name} -->`];
  const from = page.indexOf("\n", page.indexOf(begin)) + 1;
  const until = page.indexOf(end);
  if (!page.includes(begin) || until < from) throw new Error(`The page has no place for ${name}.`);
  return `${page.slice(0, from)}${text}${page.slice(until)}`;
}

/** Mermaid: one line a pair of states, with the events that lead from the one to the other. */
export function stateDiagram(table: typeof transitions = transitions): string {
  const arrows = new Map<string, string[]>();
  for (const [from, events] of Object.entries(table))
    for (const [event, states] of Object.entries(events))
      for (const to of states)
        if (to !== from) {
          const arrow = `${from} --> ${to}`;
          arrows.set(arrow, [...(arrows.get(arrow) ?? []), event]);
        }
  const lines = [...arrows].map(([arrow, events]) => `  ${arrow}: ${events.join(", ")}`);
  const diagram = ["```mermaid", "stateDiagram-v2", "  [*] --> scheduled", ...lines, "```"];
  return ["", ...diagram, "", ""].join("\n");
}

function layersInWords(): string {
  const lines = layers().map((line, index) => `${index + 1}. ${line.join(", ")}`);
  return ["", ...lines, "", ""].join("\n");
}

/** Folders of `lib/`, lowest first, as the rules of the imports have them. */
export function layers(): string[][] {
  const { forbidden } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as Rules;
  return forbidden
    .filter(({ name }) => name.startsWith("nothing-above-") && !name.endsWith("-but-tables"))
    .map(({ from }) => /^\^lib\/\(([^)]+)\)/.exec(from.path ?? "")?.[1]?.split("|") ?? []);
}

interface Rules {
  readonly forbidden: readonly {
    readonly name: string;
    readonly from: { readonly path?: string };
  }[];
}
