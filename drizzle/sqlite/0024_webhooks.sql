CREATE TABLE `webhook_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`family` text NOT NULL,
	`verified_at` integer,
	`arrived_at` integer,
	`arrived` integer NOT NULL,
	`ignored` integer NOT NULL,
	`last_ignored` text,
	`refused_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_lines_family` ON `webhook_lines` (`family`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `last_reported_at` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `last_found_at` integer;