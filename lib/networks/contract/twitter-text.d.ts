declare module "twitter-text" {
  interface FoundUrl {
    readonly url: string;
    /** UTF-16 offsets, end exclusive. */
    readonly indices: readonly [number, number];
  }
  interface ParsedText {
    readonly weightedLength: number;
    readonly valid: boolean;
    readonly permillage: number;
    readonly validRangeStart: number;
    readonly validRangeEnd: number;
    readonly displayRangeStart: number;
    readonly displayRangeEnd: number;
  }
  const twitterText: {
    extractUrlsWithIndices(
      text: string,
      options: { extractUrlsWithoutProtocol: boolean },
    ): FoundUrl[];
    extractUrls(text: string): string[];
    parseTweet(text: string, config?: object): ParsedText;
    readonly configs: Readonly<Record<"version1" | "version2" | "version3", object>>;
  };
  export default twitterText;
}
