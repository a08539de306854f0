DROP INDEX `persons_merged`;--> statement-breakpoint
CREATE INDEX `persons_merged` ON `persons` (`merged_into`) WHERE "persons"."merged_into" is not null;