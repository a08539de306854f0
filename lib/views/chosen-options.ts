import type { Account } from "../accounts/account.ts";
import type { NetworkManifest } from "../networks/contract/manifest.ts";
import { valuesThatCount, type PostOption } from "../networks/contract/post-options.ts";
import { optionsFor, partsFor, type PostWithVersions } from "../posts/post.ts";

export interface ChosenOptions {
  readonly account: Account;
  /** In the order of the form, without options that have no value. */
  readonly chosen: readonly { readonly option: PostOption; readonly value: string | true }[];
}

/** Returns the option values of a post that are sent to each account's network. */
export function chosenOptions(
  post: PostWithVersions,
  accounts: readonly Account[],
  manifestOf: (network: string) => Pick<NetworkManifest, "postOptions">,
): ChosenOptions[] {
  return accounts.flatMap((account) => {
    const { postOptions = [] } = manifestOf(account.network);
    const given = optionsFor(post, account.id);
    const values = valuesThatCount(postOptions, given, partsFor(post, account.id)[0]);
    const chosen = postOptions.flatMap((option) => {
      const value = values[option.key];
      return value === undefined ? [] : [{ option, value }];
    });
    return chosen.length > 0 ? [{ account, chosen }] : [];
  });
}
