/** Pages and actions with the keys of their texts (`find.…`) and their paths within a workspace. */
export const places = [
  ["do.newPost", "compose"],
  ["nav.today", "today"],
  ["nav.calendar", "calendar"],
  ["nav.journey", "journey"],
  ["nav.people", "people"],
  ["nav.shoutOuts", "shout-outs"],
  ["do.needsYou", "needs-you"],
  ["nav.accounts", "accounts"],
  ["do.importPeople", "people/import"],
  ["nav.settings", "settings"],
] as const;
