/** Whether a source file names one of these networks: in an import, as a string, or as the key of a list. Comments may. */
export function namedNetworks(
  source: string,
  networks: readonly { readonly network: string; readonly label: string }[],
): string[] {
  const code = withoutComments(source);
  return networks
    .filter(({ network, label }) => {
      const isImported = code.includes(`networks/${network}/`) || code.includes(`"./${network}/`);
      const isString = new RegExp(`(["'\`])(${network}|${label})\\1`).test(code);
      // One letter is a coordinate more often than a network.
      const isKey = network.length > 1 && new RegExp(`\\b${network}\\??:`).test(code);
      return isImported || isString || isKey;
    })
    .map(({ network }) => network);
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "");
}
