/**
 * What a network asks or offers for a post beside its words and pictures, as plain data: the board of a pin,
 * who may answer, whether it is an event. Texts are message keys under `connect.<network>.options.<key>`:
 * `label`, `help`, and for a choice `choices.<choice>`.
 */
export interface PostOption {
  /** Stored with the post: never renamed. */
  readonly key: string;
  readonly kind: "choice" | "text" | "flag" | "url" | "date";
  /** Of a choice: what there is. Nothing chosen is the network's own way. */
  readonly choices?: readonly string[];
  /** The choices are the account's own (boards, places): `Connector.optionChoices` tells them. */
  readonly isAsked?: true;
  readonly isRequired?: true;
  /** Only for posts of one of these kinds; absent for all. */
  readonly for?: readonly PostKind[];
  /** Only where another option has one of these values. */
  readonly when?: { readonly key: string; readonly is: readonly string[] };
  /** Of a text or an address: how many characters at most. */
  readonly max?: number;
}

export type PostKind = "words" | "link" | "picture" | "pictures" | "poll";

/** By key. A date is `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`; a flag that is not set is absent. */
export type OptionValues = Readonly<Record<string, string | true>>;

/** One of the choices that a network told. */
export interface OptionChoice {
  readonly value: string;
  /** As the account calls it. */
  readonly label: string;
}

/** What a post says of how it was made: the law asks for it, and some networks have a field for it. */
export interface Disclosure {
  readonly ai?: "assisted" | "generated" | undefined;
  /** Somebody pays for it. */
  readonly isPaid?: true | undefined;
}

/** What of a disclosure a network has a field for. */
export interface DisclosureFields {
  readonly ai?: readonly NonNullable<Disclosure["ai"]>[];
  readonly isPaid?: true;
}

interface Content {
  readonly text: string;
  readonly images: readonly unknown[];
  readonly video?: unknown;
  readonly poll?: unknown;
}

/** The options that a post of this content has, in order, with what is chosen so far. */
export function openOptions(
  all: readonly PostOption[],
  values: OptionValues,
  content: Content | undefined,
): readonly PostOption[] {
  const kind = content && kindOf(content);
  return all.filter(({ for: kinds, when }) => {
    if (kinds && !(kind && kinds.includes(kind))) return false;
    const other = when && values[when.key];
    return !when || (typeof other === "string" && when.is.includes(other));
  });
}

/** What of the values is sent: those of options that the post has. */
export function valuesThatCount(
  all: readonly PostOption[],
  values: OptionValues,
  content: Content | undefined,
): OptionValues {
  const open = new Set(openOptions(all, values, content).map(({ key }) => key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => open.has(key)));
}

/** What of a disclosure the network has no field for: it has to stand in the words. */
export function unsaidOf(disclosure: Disclosure, fields: DisclosureFields = {}): Disclosure {
  const { ai, isPaid } = disclosure;
  return {
    ...(ai && !fields.ai?.includes(ai) && { ai }),
    ...(isPaid && !fields.isPaid && { isPaid }),
  };
}

function kindOf({ text, images, poll }: Content): PostKind {
  if (poll) return "poll";
  if (images.length > 0) return images.length > 1 ? "pictures" : "picture";
  return /https?:\/\/\S/i.test(text) ? "link" : "words";
}
