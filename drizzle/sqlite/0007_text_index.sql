-- Words by which people and posts are found; lib/db/text-index.ts. Filled at the next start.
CREATE VIRTUAL TABLE `text_index` USING fts5(
	`tokens`, `id` UNINDEXED,
	tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co'",
	detail = none, columnsize = 0, prefix = '2 3'
);--> statement-breakpoint
-- What is erased is gone from the file at once.
INSERT INTO `text_index` (`text_index`, `rank`) VALUES ('secure-delete', 1);
