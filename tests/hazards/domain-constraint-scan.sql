-- caught: not null
ALTER DOMAIN email SET NOT NULL;

-- harmless: the domain is new
CREATE DOMAIN email AS text;
ALTER DOMAIN email ADD CHECK (VALUE LIKE '%@%');

-- harmless: a default
ALTER DOMAIN email SET DEFAULT 'a@b';
