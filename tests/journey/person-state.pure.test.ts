import fc from "fast-check";
import { expect, test } from "vitest";

import { touchpointTypes } from "#lib/engagement/touchpoint";
import { byTime, newPerson, take, type LoggedTouchpoint } from "#lib/journey/person-state";
import { readJourney } from "#lib/journey/read-journey";
import { stageModel } from "#lib/journey/stage-model";

import { silent, stages } from "./stages.ts";

const start = Date.UTC(2026, 0, 1);
const model = stageModel(stages);

const touches = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 12_000 }),
    type: fc.constantFrom("like" as const, ...touchpointTypes),
    stars: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 60 },
);

test("taken one by one, with the state stored in between, a log gives what it gives as a whole", () => {
  fc.assert(
    fc.property(touches, (raw) => {
      const log = raw.map(touch);
      const now = new Date(start + 12_000 * 3_600_000);
      let state = newPerson;
      const taken = log.toSorted(byTime).map((touchpoint) => {
        const step = take(model, JSON.parse(JSON.stringify(state)), touchpoint);
        state = step.state;
        return step;
      });
      const { classifications, journey } = readJourney(log, [], stageModel(stages), now);
      expect(taken.map(({ classification }) => classification)).toEqual(classifications);
      const moves = taken.flatMap((step) => step.moves);
      expect(journey?.moves.slice(0, moves.length)).toEqual(moves);
      expect(journey?.probabilities).toEqual(state.filter?.belief);
    }),
    { numRuns: 60 },
  );
});

test("what is kept of a person stays small, however much they do", () => {
  let state = newPerson;
  for (let n = 0; n < 5_000; n += 1) {
    const type = touchpointTypes[n % touchpointTypes.length] ?? "like";
    state = take(model, state, touch({ hours: n * 3, type, stars: 5 }, n)).state;
  }
  expect(JSON.stringify(state).length).toBeLessThan(3_000);
});

function touch(
  { hours, type, stars }: { hours: number; type: LoggedTouchpoint["type"]; stars: number },
  n: number,
): LoggedTouchpoint {
  const occurredAt = new Date(start + hours * 3_600_000);
  const localDay = occurredAt.toISOString().slice(0, 10);
  const id = `t${n}`;
  return { ...silent, id, remoteId: id, type, stars, occurredAt, localDay } as LoggedTouchpoint;
}
