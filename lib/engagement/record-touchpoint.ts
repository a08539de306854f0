import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { instantOf } from "../kernel/local-time.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { findOrCreatePeople } from "../people/find-or-create-people.ts";
import type { ObservedProfile } from "../people/observed-profile.ts";
import { ownRecords, type Identity } from "../people/person.ts";
import { seePerson } from "../people/see-person.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { modalityOf } from "./channel.ts";
import type { TouchpointInput } from "./input.ts";
import { recordTouchpoints } from "./record-page.ts";
import { answerableLanguage } from "./text-signals/language.ts";
import { readText } from "./text-signals/text-signals.ts";
import { touchpointRow } from "./touchpoint-row.ts";
import type { Touchpoint } from "./touchpoint.ts";

/**
 * Adds by hand a touchpoint that no connector can report: a visit to the shop, a call, an order. `at` is
 * wall-clock time in the workspace's zone; a minute skipped by daylight saving counts as the next that
 * exists.
 */
export async function recordTouchpoint(
  ctx: Context,
  input: TouchpointInput,
): Promise<Result<Touchpoint, "unreadable-time" | "in-the-future">> {
  requireRole(ctx, "editor");
  const { timeZone } = await showWorkspace(ctx);
  const instant = instantOf(input.at, timeZone);
  if (instant.kind === "unreadable") return refused("unreadable-time", { at: input.at });
  if (instant.at > ctx.clock.now()) return refused("in-the-future", { at: input.at });

  const { at } = instant;
  return ctx.transact(async (tx) => {
    const text = input.text || null;
    const signals = text ? readText(text) : undefined;
    const identity = await identityFor(tx, ctx, input, {
      at,
      language: answerableLanguage(signals?.language),
    });
    const row = touchpointRow(
      ctx,
      timeZone,
      {
        identityId: identity.id,
        type: input.type,
        channel: input.channel,
        modality: modalityOf(input.channel),
        occurredAt: at,
        remoteId: `hand-${ctx.newId()}`,
        text,
        stars: input.stars ?? null,
        note: input.note || null,
        source: "hand",
      },
      signals,
    );
    await recordTouchpoints(tx, ctx, "hand", [row]);
    return ok(row);
  });
}

async function identityFor(
  tx: Tx,
  ctx: Context,
  { person, channel }: TouchpointInput,
  { at, language }: { at: Date; language: string | undefined },
): Promise<Identity> {
  if ("id" in person)
    return seePerson(tx, ctx, { personId: person.id, network: channel, at, language });
  const remoteId = `hand-${ctx.newId()}`;
  const newcomer: ObservedProfile = {
    remoteId,
    handle: person.name,
    displayName: person.name,
    language,
    firstAt: at,
    lastAt: at,
  };
  const found = (await findOrCreatePeople(tx, ctx, ownRecords, [newcomer])).get(remoteId);
  if (!found) throw new Error("A new person has no identity.");
  return found;
}
