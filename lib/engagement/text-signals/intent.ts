import { boundRuns } from "./bound-runs.ts";

/** What the writer wants, as far as English or Dutch words tell. */
export interface Intent {
  /** Help with a product that the person has or waits for. */
  readonly wantsSupport: boolean;
  /** To order or reserve, or to know whether that is possible. */
  readonly wantsToBuy: boolean;
}

const support =
  /\b(wash(?:ing)?|clean(?:ing)? it|iron(?:ing)? it|repair|mend|fix(?:ed)?|warranty|guarantee|manual|instructions?|assembl\w*|install\w*|charg(?:e|er|ing)|battery|spare part|return(?:ing)? (?:it|this|my|the)|exchange|swap|refund|my (?:order|parcel|package|delivery|invoice|receipt|account|subscription|bag|scarf|jumper|machine)|order (?:number|status)|track(?:ing)? (?:code|number|my)|where is my|when (?:will|does) (?:it|my|the) (?:\w+ )?(?:arrive|come)|(?:not|n[o']t|never) (?:arrived|working|work|come)|broke(?:n)?|stopped|doesn'?t (?:work|fit)|does not (?:work|fit)|shrunk|stain|how (?:do|should|can) i (?:use|wear|store|care|keep|get it)|invoice|wassen|was ik|wasvoorschrift\w*|strijken|schoonmaken|repareren|reparatie|maken jullie (?:hem|het)|garantie|handleiding|gebruiksaanwijzing|batterij|opladen|oplader|onderdeel|retour(?:neren)?|terug(?:sturen|brengen)|ruilen|omruilen|geld terug|mijn (?:bestelling|pakket(?:je)?|order|factuur|bon|account|abonnement)|bestelnummer|track|waar blijft|wanneer (?:komt|wordt) (?:hij|het|mijn)|niet (?:aangekomen|ontvangen|binnen|geleverd)|kapot|stuk|werkt niet|doet het niet|past niet|gekrompen|vlek(?:ken)?|hoe (?:gebruik|bewaar|onderhoud|was|draag) ik|factuur)\b/iu;

const buying =
  /\b((?:want|like|love|wish|going|would|ready|able) to (?:buy|order|purchase|reserve|book|get (?:one|another|two|some))|can i (?:still )?(?:buy|order|get|reserve|book|pre-?order)|(?:buy|order|reserve|get) (?:one|another|two|three|\d+|more|some|a second)|where (?:can|do) i (?:buy|order|get)|put (?:one|it|two) aside|keep (?:one|it) for me|is (?:it|this|that) still (?:available|for sale)|(?:do|are) you (?:have|got) (?:any|it|this|one)? ?(?:left|in stock)|send me (?:an offer|a quote)|quote for|(?:wil|willen|zou|wou|mag) (?:ik|we|graag|er)? ?(?:graag )?(?:\w+ ){0,4}(?:kopen|bestellen|reserveren|boeken|aanschaffen)|kan ik (?:\w+ ){0,4}(?:kopen|bestellen|reserveren|krijgen|boeken)|waar (?:kan|koop) ik|(?:nog )?(?:één|een|eentje|twee|drie|\d+) (?:bij)?bestellen|leg (?:er )?(?:een|één|eentje|hem|die) (?:voor me |voor mij )?apart|nog (?:te koop|leverbaar|verkrijgbaar|op voorraad)|offerte|doe mij (?:er|maar))\b/iu;

/**
 * Returns the intent of a text. Both may be true; questions about the price are found elsewhere
 * (`isPriceQuestion`).
 */
export function intentOf(said: string): Intent {
  const text = boundRuns(said);
  return { wantsSupport: support.test(text), wantsToBuy: buying.test(text) };
}
