import type { PlannedPost } from "./past-posts.ts";

/** Posts planned after today. Purchase has none, so that the plan shows a gap. */
export const comingPosts: readonly (PlannedPost & {
  readonly inDays: number;
  readonly at: string;
})[] = [
  {
    inDays: 1,
    at: "10:30",
    stage: "awareness",
    text: "Vandaag spinnen we de laatste herfstwol. Morgen begint de winterkleur.",
  },
  {
    inDays: 2,
    at: "16:00",
    stage: "retention",
    text: "Trui gekrompen? Een bad met conditioner, en dan voorzichtig in vorm trekken. Het lukt vaker dan je denkt.",
  },
  {
    inDays: 4,
    at: "09:00",
    stage: "consideration",
    text: "Vijf vragen die je aan elke wolwinkel mag stellen, ook aan ons.",
  },
  {
    inDays: 5,
    at: "12:15",
    stage: "advocacy",
    text: "Wie van jullie breide het oudste nog gedragen stuk van ons garen? Laat het zien.",
  },
  {
    inDays: 7,
    at: "10:30",
    stage: "awareness",
    language: "en",
    text: "First frost on the heath, and the flock looks like a cloud that landed.",
  },
  {
    inDays: 9,
    at: "15:00",
    stage: "retention",
    text: "Zaterdag herstelmiddag: neem je trui mee, wij hebben naald en draad.",
  },
  {
    inDays: 11,
    at: "11:00",
    stage: "consideration",
    text: "Onze drie dikten naast elkaar op een euromunt, met wat je ervan kunt breien.",
  },
  {
    inDays: 13,
    at: "10:30",
    stage: "awareness",
    text: "Een dag mee met Geertje: van hek tot haspel in twaalf foto's.",
  },
];

/** Posts of today, at fixed hours independent of when the sample is made. */
export const todaysPosts: readonly (PlannedPost & { readonly at: string })[] = [
  {
    at: "08:30",
    stage: "awareness",
    text: "De eerste streng winterkleur hangt te drogen. Welke naam zouden jullie hem geven?",
    picture: { colour: "indigo", alt: "Indigoblauw breiwerk, nog vochtig" },
  },
  {
    at: "12:30",
    stage: "consideration",
    text: "Lamswol of schapenwol? Drie verschillen die je voelt, en één die je pas na een winter merkt.",
  },
  {
    at: "16:00",
    stage: "retention",
    text: "Zo was je een wollen sjaal zonder dat hij krimpt: lauw, kort, en nooit wringen.",
  },
  {
    at: "19:15",
    stage: "advocacy",
    text: "Drie nichten, drie mutsen, één streng. Wie stuurt ons de volgende foto?",
  },
];
