CREATE INDEX `moments_open` ON `moments` (`workspace_id`,`expires_at`);--> statement-breakpoint
-- What is kept of people holds more than before: all of it is made anew.
UPDATE `rebuilds` SET `after` = '', `done` = 0, `total` = 0, `started_at` = NULL, `finished_at` = NULL;