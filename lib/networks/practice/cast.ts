import { chance, shuffled } from "./chance.ts";

/** How somebody behaves; the mix is what real audiences show: most turn up once, a few stay. */
type Part =
  | "loyal"
  | "regular"
  | "asker"
  | "helper"
  | "complainer"
  | "returner"
  | "hunter"
  | "passer-by";

export interface Member {
  /** Stable on the network. */
  readonly key: string;
  readonly name: string;
  readonly handle: string;
  readonly language: "nl" | "en";
  readonly part: Part;
  /** How likely this person is to react to a post, once here. */
  readonly activity: number;
  /** In days since the account's first post. */
  readonly arrivesOn: number;
  /** Not seen between these days. */
  readonly quiet: { readonly from: number; readonly until: number } | undefined;
  readonly isFollower: boolean;
}

const dutch =
  "Marieke de Boer,Joost Wiersma,Anke Hoekstra,Hanna Mulder,Sjoerd Bakker,Els Postma,Geert Dijkstra,Ilse van Dam,Noor Haddad,Wouter Smit,Fenna Visser,Tjitske Bouma,Bram Kuipers,Lotte Meijer,Jelle de Vries,Saskia Brouwer,Rinske Zijlstra,Maarten Vos,Femke Jansen,Douwe Hofstra,Eva Schouten,Pieter Kok,Yara Aydin,Thijs van Leeuwen,Nienke Terpstra,Henk Boersma,Loes Hendriks,Karim El Amrani,Willemijn Prins,Daan Peters,Marjan Kramer,Ruben Groen,Trijntje Veenstra,Bas Mulder,Imke Nauta,Gerrit Postma,Sanne Blom,Hidde Feenstra,Roos van Dijk,Jan Wolters,Aukje Sikkema,Mila Bos,Koen Huisman,Tineke de Jong,Lars Oosterhof,Wietske Algra,Niels Bruin,Carla Timmer,Youssef Bakkali,Annelies Wit,Okke Drent,Jorien Kamp,Siebe Haan,Liesbeth Maas,Tom Verbeek,Greet Wolthuis,Merel Schaap,Rik Ploeg,Dieuwke Rinsma,Frits Bolt,Ineke Stuut,Ties Bijl".split(
    ",",
  );
const english =
  "Emma Hartley,Oliver Grant,Sophie Whitfield,Liam Doyle,Grace Pemberton,Callum Reid,Hazel Norton,Priya Nair,Ewan Fraser,Isla Cameron,Jack Thornton,Niamh Walsh,Ruby Ellison,Theo Marsh,Amara Okafor,Freya Lindqvist,Ben Ashworth,Chloe Barrett,Finn Gallagher,Maya Fielding,Rosie Tanner,Harvey Cole,Orla Brennan,Toby Winslow,Zara Malik,Elliot Frost,Poppy Langley,Duncan Baird,Leah Morton,Rhys Powell,Ivy Stanton,Marcus Webb,Tess Holloway,Angus Muir,Nora Quinn,Sam Ridley,Alice Penrose,Dylan Hughes".split(
    ",",
  );

const numbers: readonly [Part, number][] = [
  ["loyal", 6],
  ["asker", 8],
  ["helper", 2],
  ["complainer", 2],
  ["returner", 6],
  ["hunter", 5],
  ["regular", 20],
];

/** Everybody who may turn up at one account. The same account always has the same people. */
export function castOf(accountId: string): readonly Member[] {
  const known = casts.get(accountId);
  if (known) return known;
  const people = shuffled(
    [
      ...dutch.map((name) => ({ name, language: "nl" as const })),
      ...english.map((name) => ({ name, language: "en" as const })),
    ],
    accountId,
  );
  const parts = numbers.flatMap(([part, count]) =>
    Array.from({ length: count }, (_, rank) => ({ part, rank })),
  );
  const cast = people.map((person, index) => {
    const { part, rank } = parts[index] ?? { part: "passer-by" as const, rank: index };
    const handle = `${person.name.toLowerCase().replaceAll(/[^a-z]/g, "")}.practice`;
    return { ...person, key: handle, handle, part, ...habits(accountId, handle, part, rank) };
  });
  if (casts.size > 500) casts.clear();
  casts.set(accountId, cast);
  return cast;
}

const casts = new Map<string, readonly Member[]>();

function habits(accountId: string, key: string, part: Part, rank: number) {
  const at = chance(accountId, key, "arrives");
  const isFollower = chance(accountId, key, "follows") < follows[part];
  const from = 12 + 6 * at;
  const quiet = part === "returner" ? { from, until: from + 46 + 2 * rank } : undefined;
  return {
    activity: activity[part] / (part === "regular" ? (rank + 1) ** 0.8 : 1),
    arrivesOn: at * lastArrival[part],
    quiet,
    isFollower,
  };
}

const activity: Record<Part, number> = {
  loyal: 0.45,
  regular: 0.5,
  asker: 0.1,
  helper: 0.25,
  complainer: 0.04,
  returner: 0.3,
  hunter: 0.9,
  "passer-by": 0.008,
};

const lastArrival: Record<Part, number> = {
  loyal: 25,
  regular: 40,
  asker: 60,
  helper: 10,
  complainer: 70,
  returner: 6,
  hunter: 0,
  "passer-by": 100,
};

const follows: Record<Part, number> = {
  loyal: 1,
  regular: 0.6,
  asker: 0.5,
  helper: 1,
  complainer: 0.5,
  returner: 1,
  hunter: 0.8,
  "passer-by": 0.3,
};
