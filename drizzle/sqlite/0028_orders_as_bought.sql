-- What follows from the log is worked out anew: who orders has bought, help for others and returns are read otherwise.
UPDATE `rebuilds` SET `after` = '', `done` = 0, `total` = 0, `started_at` = NULL, `finished_at` = NULL;
