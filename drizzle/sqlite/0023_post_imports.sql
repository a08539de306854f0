ALTER TABLE `posts` ADD `import_key` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `import_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `posts_import_once` ON `posts` (`workspace_id`,`import_key`);