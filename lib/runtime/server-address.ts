/** What is wrong with a URL that contains a user and a password. */
export type AddressFault = "bad-address" | "bad-signs";

/**
 * Returns the fault of a URL; undefined if it is valid. Reserved characters in the user or password that are
 * not percent-encoded would change the URL's meaning or make it invalid.
 */
export function faultOfAddress(address: string, protocol: RegExp): AddressFault | undefined {
  if (!protocol.test(address)) return "bad-address";
  const url = URL.parse(address);
  if (url && isWhole(url)) return undefined;
  const [, user = ""] = /^[a-z]+:\/\/(.*)@/is.exec(address) ?? [];
  return /[%#/?\s]/.test(user) ? "bad-signs" : "bad-address";
}

/**
 * Whether the URL was parsed as intended: an @ after the host means that an unencoded character ended the
 * host early.
 */
function isWhole({ username, password, hostname, pathname, hash }: URL): boolean {
  return (
    hostname !== "" &&
    isDecodable(username) &&
    isDecodable(password) &&
    !`${pathname}${hash}`.includes("@")
  );
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    // A % without two hex digits is invalid, although URL parsers accept it.
    return !/%(?![\da-f]{2})/i.test(text);
  } catch {
    return false;
  }
}
