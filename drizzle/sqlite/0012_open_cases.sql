DROP INDEX `figures_post`;--> statement-breakpoint
CREATE INDEX `figures_post` ON `figures` (`post_id`,`period`) WHERE "figures"."post_id" is not null;--> statement-breakpoint
ALTER TABLE `beliefs` ADD `open_case_at` integer;--> statement-breakpoint
CREATE INDEX `beliefs_case` ON `beliefs` (`workspace_id`,`open_case_at`) WHERE "beliefs"."open_case_at" is not null;--> statement-breakpoint
-- Who has an open case is read from what is derived: all of it is made anew.
UPDATE `rebuilds` SET `after` = '', `done` = 0, `total` = 0, `started_at` = NULL, `finished_at` = NULL;