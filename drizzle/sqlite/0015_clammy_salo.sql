CREATE INDEX `posts_newest` ON `posts` (`workspace_id`,`id`);--> statement-breakpoint
-- The id before the words: an id is read for each row that is found, past all words it took a page or two. Filled anew at the next start.
DROP TABLE `text_index`;--> statement-breakpoint
CREATE VIRTUAL TABLE `text_index` USING fts5(
	`id` UNINDEXED, `tokens`,
	tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co'",
	detail = none, columnsize = 0, prefix = '2 3'
);--> statement-breakpoint
INSERT INTO `text_index` (`text_index`, `rank`) VALUES ('secure-delete', 1);
