CREATE TABLE visit (at timestamp NOT NULL, page text COLLATE "C") PARTITION BY RANGE (date_trunc('month', at), page text_pattern_ops);
CREATE TABLE visit_early PARTITION OF visit FOR VALUES FROM (MINVALUE, MINVALUE) TO ('2020-01-01 00:00:00', MAXVALUE);
