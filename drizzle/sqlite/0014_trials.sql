CREATE TABLE `trials` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`group` text NOT NULL,
	`at` integer NOT NULL,
	`watched_until` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `trials_when` ON `trials` (`workspace_id`,`watched_until`);--> statement-breakpoint
CREATE INDEX `trials_identity` ON `trials` (`identity_id`);--> statement-breakpoint
-- More words are known to tell of a death or an illness: everybody's are read again.
UPDATE `rebuilds` SET `after` = '', `done` = 0, `total` = 0, `started_at` = NULL, `finished_at` = NULL;