declare module "twitter-text" {
  interface FoundUrl {
    readonly url: string;
    /** UTF-16 offsets, end exclusive. */
    readonly indices: readonly [number, number];
  }
  const twitterText: {
    extractUrlsWithIndices(
      text: string,
      options: { extractUrlsWithoutProtocol: boolean },
    ): FoundUrl[];
  };
  export default twitterText;
}
