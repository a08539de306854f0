/** Counts of how the labelled lines of one language were read. */
export interface LanguageMeasured {
  readonly lines: number;
  /** Lines whose language was recognised. */
  readonly language: number;
  /**
   * Lines taken for praise that counts without a person reading it first, and how many of them are praise.
   */
  readonly sure: number;
  readonly sureAndRight: number;
  readonly praise: number;
  readonly ironic: number;
  readonly ironicTakenForPraise: number;
  readonly blame: number;
  readonly saidBlame: number;
  readonly saidBlameAndRight: number;
  readonly questions: number;
  readonly saidQuestion: number;
  readonly saidQuestionAndRight: number;
}

/** `held` are lines that nothing was tuned on. */
export type Measured = Readonly<
  Record<"en" | "nl", { readonly tuned: LanguageMeasured; readonly held: LanguageMeasured }>
>;

/** Written by tests/engagement/lines/write-measured.ts. A test checks that it is up to date. */
export const measured: Measured = {
  en: {
    tuned: {
      lines: 329,
      language: 328,
      sure: 44,
      sureAndRight: 44,
      praise: 106,
      ironic: 37,
      ironicTakenForPraise: 0,
      blame: 94,
      saidBlame: 94,
      saidBlameAndRight: 94,
      questions: 46,
      saidQuestion: 47,
      saidQuestionAndRight: 46,
    },
    held: {
      lines: 100,
      language: 100,
      sure: 9,
      sureAndRight: 9,
      praise: 32,
      ironic: 13,
      ironicTakenForPraise: 0,
      blame: 25,
      saidBlame: 13,
      saidBlameAndRight: 12,
      questions: 16,
      saidQuestion: 17,
      saidQuestionAndRight: 16,
    },
  },
  nl: {
    tuned: {
      lines: 328,
      language: 326,
      sure: 53,
      sureAndRight: 53,
      praise: 104,
      ironic: 37,
      ironicTakenForPraise: 0,
      blame: 95,
      saidBlame: 86,
      saidBlameAndRight: 86,
      questions: 47,
      saidQuestion: 48,
      saidQuestionAndRight: 47,
    },
    held: {
      lines: 100,
      language: 99,
      sure: 7,
      sureAndRight: 7,
      praise: 32,
      ironic: 13,
      ironicTakenForPraise: 0,
      blame: 25,
      saidBlame: 14,
      saidBlameAndRight: 13,
      questions: 16,
      saidQuestion: 17,
      saidQuestionAndRight: 15,
    },
  },
};
