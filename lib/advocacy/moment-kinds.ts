/** Kinds of acts to thank a person for while they are fresh. */
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
