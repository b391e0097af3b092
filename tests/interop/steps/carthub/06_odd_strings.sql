-- into: odd.sql
CREATE TABLE "Odd ""Names""; of 100%" (
  "it's" text DEFAULT 'it''s; "quoted" """',
  "a:b" text DEFAULT 'a :word, :b: and c::d \:e' CHECK ("a:b" <> ':word' AND "a:b" <> ':b:'),
  "per%cent" text DEFAULT '%s %% %(name)s 100%',
  "${dollar}" text DEFAULT '${HOME} $${x} ${flyway:user} #{y} {{z}}',
  "back\slash" text DEFAULT E'tab\t, back\\slash, line\nend;\n-- no comment;\n',
  "$$" text DEFAULT '$$ $1 $tag$ -- /* '
);
COMMENT ON TABLE "Odd ""Names""; of 100%" IS E'first line;\nsecond :line -- with \\ and 100% of ${it};\n';
