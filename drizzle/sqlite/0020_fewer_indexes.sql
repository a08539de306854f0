DROP INDEX `moments_once`;--> statement-breakpoint
DROP INDEX `moments_person`;--> statement-breakpoint
CREATE INDEX `moments_person` ON `moments` (`person_id`,`touchpoint_id`);--> statement-breakpoint
DROP INDEX `classifications_stage`;--> statement-breakpoint
DROP INDEX `transitions_when`;--> statement-breakpoint
CREATE INDEX `transitions_chosen` ON `transitions` (`workspace_id`) WHERE "transitions"."is_manual";--> statement-breakpoint
DROP INDEX `touchpoints_text`;--> statement-breakpoint
DROP INDEX `touchpoints_post`;--> statement-breakpoint
CREATE INDEX `touchpoints_text` ON `touchpoints` (`text_digest`,`is_contest`,`occurred_at`) WHERE "touchpoints"."text_digest" is not null;--> statement-breakpoint
CREATE INDEX `touchpoints_post` ON `touchpoints` (`post_id`) WHERE "touchpoints"."post_id" is not null;