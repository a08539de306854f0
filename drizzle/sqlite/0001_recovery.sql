ALTER TABLE `deliveries` ADD `recovery` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `sender` text DEFAULT 'engine' NOT NULL;--> statement-breakpoint
-- What `reason` decided until now, the new columns say; it keeps its words for people.
UPDATE `deliveries` SET `recovery` = 'search_first' WHERE `reason` = 'look-first';--> statement-breakpoint
UPDATE `deliveries` SET `recovery` = 'restored' WHERE `reason` = 'restored' AND `state` IN ('unknown', 'reconciling', 'needs_person');--> statement-breakpoint
UPDATE `deliveries` SET `recovery` = 'duplicate_reported' WHERE `reason` = 'duplicate' AND `state` IN ('unknown', 'reconciling');--> statement-breakpoint
-- Left out, and to be asked as before where that is taken back.
UPDATE `deliveries` SET `recovery` = 'restored' WHERE `state` = 'cancelled' AND `reason` = 'left-out' AND (SELECT `why` FROM `attempts` WHERE `attempts`.`delivery_id` = `deliveries`.`id` AND `attempts`.`decided` = 'needs_person' ORDER BY `attempts`.`at` DESC, `attempts`.`id` DESC LIMIT 1) = 'restored';--> statement-breakpoint
UPDATE `deliveries` SET `sender` = 'person' WHERE `reason` = 'by-hand' OR (`composer_url` IS NOT NULL AND `state` IN ('needs_person', 'published', 'cancelled'));
