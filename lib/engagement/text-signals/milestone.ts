import { boundRuns } from "./bound-runs.ts";

/** Events that people celebrate in public, in both languages. */
const celebrations = new RegExp(
  `(?<![\\p{L}])(?:${[
    "(?:my|our|his|her) (?:\\p{L}+ )?(?:birthday|wedding|anniversary|engagement|graduation|first (?:home|house|job|day|marathon|medal))|got (?:married|engaged|the job|the keys)|(?:i|we) (?:just )?(?:graduated|passed|moved in|retired)|just (?:married|engaged|graduated)|baby is here|new (?:baby|home|job)|\\d+(?:st|nd|rd|th)? (?:birthday|anniversary|customers?|followers|episode|years? (?:of|since|today|together))|one year (?:of|since|today)|hit \\d[\\d,.]*k?|milestone|we did it|made it",
    "(?:mijn|onze|haar|zijn|m'n) (?:\\p{L}+ )?(?:verjaardag|trouwdag|bruiloft|jubileum|verloving|diploma-uitreiking|eerste (?:huis|baan|marathon|medaille|dag))|verjaardag|jarig|geslaagd|afgestudeerd|getrouwd|verloofd|bevallen|trotse? (?:ouders|opa|oma|papa|mama)|nieuwe (?:baan|huis|woning)|met pensioen|jubileum|mijlpaal|\\d+ ?(?:jaar (?:getrouwd|samen|bestaan)|e verjaardag|-jarig)|gelukt",
  ].join("|")})(?![\\p{L}])`,
  "iu",
);

export function isMilestone(text: string): boolean {
  return celebrations.test(boundRuns(text).replaceAll("’", "'"));
}
