/** What is wrong with an address that holds a user and a password; undefined where it can be used. */
export type AddressFault = "bad-address" | "bad-signs";

/** Signs that an address cannot hold as they are make another address of it, or none. */
export function faultOfAddress(address: string, protocol: RegExp): AddressFault | undefined {
  if (!protocol.test(address)) return "bad-address";
  const url = URL.parse(address);
  if (url && isWhole(url)) return undefined;
  const [, user = ""] = /^[a-z]+:\/\/(.*)@/is.exec(address) ?? [];
  return /[%#/?\s]/.test(user) ? "bad-signs" : "bad-address";
}

/** Whether all of it was read as what it is: an @ behind the host means that the host was cut off before it. */
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
    // A lone % is no code of a sign, though browsers let it pass.
    return !/%(?![\da-f]{2})/i.test(text);
  } catch {
    return false;
  }
}
