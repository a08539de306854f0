CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_end` ON `sessions` (`ends_at`);--> statement-breakpoint
ALTER TABLE `users` ADD `email_proven_at` integer;--> statement-breakpoint
-- Whoever set the installation up, and whom a provider has vouched for.
UPDATE `users` SET `email_proven_at` = `created_at` WHERE `open_id_subject` IS NOT NULL OR `id` = (SELECT `id` FROM `users` ORDER BY `created_at`, `id` LIMIT 1);