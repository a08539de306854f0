/**
 * An option that a network offers or requires for a post besides text and images, as plain data: the board of
 * a pin, who may reply, whether it is an event. Texts are message keys under
 * `connect.<network>.options.<key>`: `label`, `help`, and `choices.<choice>`.
 */
export interface PostOption {
  /** Stored with the post, so never renamed. */
  readonly key: string;
  readonly kind: "choice" | "text" | "flag" | "url" | "date";
  /** The values of a choice. Without a choice the network's default applies. */
  readonly choices?: readonly string[];
  /** The choices belong to the account (boards, places); `Connector.optionChoices` returns them. */
  readonly isAsked?: true;
  readonly isRequired?: true;
  /** The option applies only to posts of these kinds; absent if it applies to all. */
  readonly for?: readonly PostKind[];
  /** The option applies only if another option has one of these values. */
  readonly when?: { readonly key: string; readonly is: readonly string[] };
  /** The maximum number of characters of a text or an address. */
  readonly max?: number;
}

export type PostKind = "words" | "link" | "picture" | "pictures" | "poll";

/** Values by option key. A date is `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`; a flag that is not set is absent. */
export type OptionValues = Readonly<Record<string, string | true>>;

/** A choice that the network returned. */
export interface OptionChoice {
  readonly value: string;
  /** The name that the account gave it. */
  readonly label: string;
}

/** Statement on how a post was made. The law requires it, and some networks have a field for it. */
export interface Disclosure {
  readonly ai?: "assisted" | "generated" | undefined;
  /** The post is paid for by somebody. */
  readonly isPaid?: true | undefined;
}

/** The disclosures for which a network has a field. */
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

/** Returns the options that apply to a post with this content and these values, in order. */
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

/** Returns the values that are sent: those of options that apply to the post. */
export function valuesThatCount(
  all: readonly PostOption[],
  values: OptionValues,
  content: Content | undefined,
): OptionValues {
  const open = new Set(openOptions(all, values, content).map(({ key }) => key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => open.has(key)));
}

/** Returns the disclosures for which the network has no field; they must be in the text. */
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
