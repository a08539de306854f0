ALTER TABLE `touchpoints` ADD `is_answer_to_other` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `beliefs` ADD `is_deciding` integer DEFAULT false NOT NULL;