CREATE TABLE `media_pieces` (
	`workspace_id` text NOT NULL,
	`media_id` text NOT NULL,
	`place` integer NOT NULL,
	`stored_at` integer NOT NULL,
	`content` blob NOT NULL,
	PRIMARY KEY(`workspace_id`, `media_id`, `place`)
);
--> statement-breakpoint
ALTER TABLE `media` ADD `video` text;