CREATE TABLE `recurrences` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`author_id` text NOT NULL,
	`rule` text NOT NULL,
	`start_day` text NOT NULL,
	`time` text NOT NULL,
	`time_zone` text NOT NULL,
	`ends_before` text,
	`stage_id` text,
	`words` text NOT NULL,
	`chosen` text NOT NULL,
	`language` text,
	`disclosure` text,
	`turn` integer NOT NULL,
	`made_through` text,
	`next_make_at` integer,
	`obstacle` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `recurrences_due` ON `recurrences` (`next_make_at`);--> statement-breakpoint
CREATE INDEX `recurrences_workspace` ON `recurrences` (`workspace_id`,`id`);--> statement-breakpoint
ALTER TABLE `posts` ADD `recurrence_id` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `recurrence_day` text;--> statement-breakpoint
CREATE UNIQUE INDEX `posts_occurrence_once` ON `posts` (`recurrence_id`,`recurrence_day`);