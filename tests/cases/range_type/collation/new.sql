CREATE TYPE word_range AS RANGE (subtype = text, collation = "C");
