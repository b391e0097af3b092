-- caught: if it is not there
ALTER TYPE s ADD VALUE IF NOT EXISTS 'x';

-- harmless: after
ALTER TYPE s ADD VALUE 'x' AFTER 'y';

-- harmless: renamed
ALTER TYPE s RENAME VALUE 'x' TO 'y';
