/** What somebody can be thanked for while it is fresh. */
export const momentKinds = [
  "first-review",
  "first-user-content",
  "first-mention",
  "referral",
  "repeat-purchase",
  "anniversary",
  "came-back",
  "helped-customer",
  "complaint-turned-happy",
  "own-initiative",
] as const;
