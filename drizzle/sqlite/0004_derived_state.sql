CREATE TABLE `fan_ranks` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`half_life_days` real NOT NULL,
	`rank` real NOT NULL,
	`rank_ever` real
);
--> statement-breakpoint
CREATE INDEX `fan_ranks_rank` ON `fan_ranks` (`workspace_id`,`half_life_days`,`rank`);--> statement-breakpoint
CREATE INDEX `fan_ranks_person` ON `fan_ranks` (`person_id`);--> statement-breakpoint
CREATE TABLE `figures` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`stage_id` text,
	`to_stage_id` text,
	`account_id` text,
	`post_id` text,
	`detail` text,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `figures_period` ON `figures` (`workspace_id`,`kind`,`period`);--> statement-breakpoint
CREATE INDEX `figures_post` ON `figures` (`post_id`,`period`);--> statement-breakpoint
CREATE TABLE `journey_checkpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`position` text NOT NULL,
	`entries` integer NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `journey_checkpoints_person` ON `journey_checkpoints` (`person_id`,`entries`);--> statement-breakpoint
CREATE INDEX `journey_checkpoints_workspace` ON `journey_checkpoints` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `journey_states` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`position` text NOT NULL,
	`entries` integer NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `journeys_due` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`since` text NOT NULL,
	`pending` integer NOT NULL,
	`failures` integer NOT NULL,
	`next_try_at` integer
);
--> statement-breakpoint
CREATE INDEX `journeys_due_workspace` ON `journeys_due` (`workspace_id`,`id`);--> statement-breakpoint
CREATE TABLE `rebuilds` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`after` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer
);
--> statement-breakpoint
DROP INDEX `touchpoints_identity`;--> statement-breakpoint
ALTER TABLE `touchpoints` ADD `text_digest` text;--> statement-breakpoint
CREATE INDEX `touchpoints_log` ON `touchpoints` (`identity_id`,`occurred_at`,`remote_id`,`channel`);--> statement-breakpoint
CREATE INDEX `touchpoints_text` ON `touchpoints` (`text_digest`,`is_contest`,`occurred_at`);--> statement-breakpoint
ALTER TABLE `transitions` ADD `entry` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `transitions_entry` ON `transitions` (`person_id`,`is_manual`,`entry`);--> statement-breakpoint
-- What waited for the handler of before is derived with everything else, anew and from the log.
DELETE FROM `jobs` WHERE `handler` = 'update-journeys';--> statement-breakpoint
INSERT INTO `rebuilds` (`id`, `workspace_id`, `after`, `done`, `total`) SELECT `id`, `id`, '', 0, 0 FROM `workspaces`;