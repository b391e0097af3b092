CREATE TYPE word_range AS RANGE (subtype = text, subtype_opclass = text_pattern_ops);
