import type { OfferedAccount } from "../contract/connect-outcome.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { pageBack } from "../kit/page-back.ts";
import { callWithToken, type Answer } from "./call.ts";
import type { Failure } from "./failure.ts";
import type { GoogleSettings } from "./settings.ts";
import { accountList, placeFields, placeList, type PlaceAnswer } from "./wire.ts";

type Opened = Omit<OfferedAccount, "credentials" | "origin"> & { readonly place: string };
interface OpenedPlaces {
  readonly kind: "ok";
  readonly places: readonly Opened[];
  /** True if there are more accounts or places than were read. */
  readonly hasMore: boolean;
}
type Out = Pick<ConnectorContext, "http" | "now">;

const mostPages = 50;

/** Lists the places of all Google accounts that a person manages; a place of two accounts is listed once. */
export async function listPlaces(
  out: Out,
  settings: GoogleSettings,
  token: string,
): Promise<OpenedPlaces | Failure> {
  const accounts = await allPages(async (pageToken) => {
    const call = { path: "/v1/accounts", params: { pageToken }, shape: accountList };
    const answer = await callWithToken(out, settings.accounts, token, call);
    if (answer.kind !== "ok") return answer;
    return { kind: "ok", value: { all: answer.value.accounts, ...answer.value } };
  });
  if (accounts.kind !== "ok") return accounts;
  const opened = new Map<string, Opened>();
  let hasMore = !accounts.isComplete;
  for (const { name: account } of accounts.entries) {
    const places = await allPages(async (pageToken) => {
      const params = { readMask: placeFields, pageSize: "100", pageToken };
      const call = { path: `/v1/${account}/locations`, params, shape: placeList };
      const answer = await callWithToken(out, settings.places, token, call);
      if (answer.kind !== "ok") return answer;
      return { kind: "ok", value: { all: answer.value.locations, ...answer.value } };
    });
    if (places.kind !== "ok") return places;
    hasMore ||= !places.isComplete;
    for (const place of places.entries)
      if (!opened.has(place.name)) opened.set(place.name, openedAs(account, place));
  }
  return { kind: "ok", places: [...opened.values()], hasMore };
}

function openedAs(account: string, place: PlaceAnswer): Opened {
  const isOurs = place.metadata?.hasVoiceOfMerchant !== false;
  return {
    remoteId: place.name,
    ...namedAs(place),
    avatarUrl: undefined,
    place: `${account}/${place.name}`,
    ...(isOurs ? {} : { unusable: "not-verified" }),
  };
}

export function namedAs({ name, title, storefrontAddress }: PlaceAnswer) {
  const handle = title.trim() || name;
  const town = storefrontAddress?.locality?.trim();
  return { handle, displayName: town ? `${handle}, ${town}` : handle };
}

interface Page<Entry> {
  readonly all: readonly Entry[];
  readonly nextPageToken?: string | undefined;
}

function allPages<Entry>(read: (pageToken: string | undefined) => Promise<Answer<Page<Entry>>>) {
  return pageBack<Entry, Failure>(mostPages, async (token) => {
    const answer = await read(token);
    if (answer.kind !== "ok") return answer;
    const { all, nextPageToken } = answer.value;
    return { kind: "ok", entries: all, next: nextPageToken || undefined, isPast: false };
  });
}
