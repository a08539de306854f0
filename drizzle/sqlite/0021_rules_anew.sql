-- What follows from the log is worked out anew: what words, stars and verdicts count for has changed.
UPDATE `rebuilds` SET `after` = '', `done` = 0, `total` = 0, `started_at` = NULL, `finished_at` = NULL;
