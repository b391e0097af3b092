-- caught: in a migration file
-- trueup: as migration
BEGIN;
CREATE TABLE a ();
COMMIT;

-- caught: without an end
BEGIN;
CREATE TABLE a ();

-- caught: without a beginning
CREATE TABLE a ();
COMMIT;

-- harmless: one after the other
START TRANSACTION;
COMMIT;
BEGIN;
ROLLBACK;

-- harmless: a savepoint
BEGIN;
SAVEPOINT a;
ROLLBACK TO a;
COMMIT;

-- harmless: the body of a function
CREATE FUNCTION f() RETURNS int LANGUAGE SQL BEGIN ATOMIC SELECT 1; END;
