import { stageTemplates } from "#lib/workspaces/stage";

/** The usual five, as a workspace has them. */
export const stages = stageTemplates["five-parts"].map((stage, position) => ({
  ...stage,
  id: stage.key,
  workspaceId: "w",
  name: null,
  position,
}));

/** What is the same of every touch in these tests: nobody said anything. */
export const silent = {
  workspaceId: "w",
  channel: "world",
  text: null,
  language: null,
  stars: null,
  hasImage: false,
  sentiment: null,
  emotion: null,
  confidence: null,
  verdict: null,
  isContest: false,
  isAnswerToThanks: false,
  isAnswerToOther: false,
};
