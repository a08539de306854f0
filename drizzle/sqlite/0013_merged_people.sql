CREATE TABLE `identity_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`key` text NOT NULL,
	`is_shared` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `identity_keys_key` ON `identity_keys` (`workspace_id`,`key`);--> statement-breakpoint
CREATE INDEX `identity_keys_shared` ON `identity_keys` (`workspace_id`,`is_shared`,`key`);--> statement-breakpoint
CREATE INDEX `identity_keys_identity` ON `identity_keys` (`identity_id`);--> statement-breakpoint
CREATE TABLE `merge_vetoes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`other_id` text NOT NULL,
	`at` integer NOT NULL,
	`recorded_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `merge_vetoes_person` ON `merge_vetoes` (`person_id`);--> statement-breakpoint
CREATE INDEX `merge_vetoes_other` ON `merge_vetoes` (`other_id`);--> statement-breakpoint
ALTER TABLE `recognitions` ADD `merged_from` text;--> statement-breakpoint
ALTER TABLE `transitions` ADD `merged_from` text;--> statement-breakpoint
ALTER TABLE `consents` ADD `merged_from` text;--> statement-breakpoint
ALTER TABLE `identities` ADD `merged_from` text;--> statement-breakpoint
ALTER TABLE `identities` ADD `links` text;--> statement-breakpoint
ALTER TABLE `persons` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `persons` ADD `merged_at` integer;--> statement-breakpoint
ALTER TABLE `persons` ADD `own` text;--> statement-breakpoint
CREATE INDEX `persons_merged` ON `persons` (`merged_into`);