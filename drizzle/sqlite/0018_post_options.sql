ALTER TABLE `post_versions` ADD `options` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `disclosure` text;