#include "canonical/keys.h"

namespace trueup::canonical::testing {
namespace {

class SameViews : public ::testing::TestWithParam<Pair> {};
class UnlikeViews : public ::testing::TestWithParam<Pair> {};

TEST_P(SameViews, HaveOneKey) {
  const View first = view(GetParam().first);
  const View second = view(GetParam().second);
  EXPECT_EQ(first.query.key, second.query.key);
  EXPECT_EQ(first.query.certainty, Certainty::exact) << first.query.key;
}

TEST_P(UnlikeViews, HaveTwoKeys) { EXPECT_NE(view(GetParam().first).query.key, view(GetParam().second).query.key); }

// Left: as people write it. Right: as pg_get_viewdef gives it back.
INSTANTIATE_TEST_SUITE_P(
    Queries, SameViews,
    ::testing::Values(
        Pair{"AS SELECT id, name FROM item WHERE id > 0",
             "AS SELECT item.id, item.name FROM public.item WHERE (item.id > 0)"},
        Pair{"AS SELECT * FROM other", "AS SELECT other.id, other.item_id, other.note FROM public.other"},
        Pair{"AS SELECT o.* FROM other o", "AS SELECT o.id, o.item_id, o.note FROM public.other o"},
        Pair{"(a, b) AS SELECT id, note FROM other", "AS SELECT other.id AS a, other.note AS b FROM public.other"},
        Pair{"AS SELECT count(*), id + 1 FROM item GROUP BY 2",
             "AS SELECT count(*) AS count, (item.id + 1) AS \"?column?\" FROM public.item GROUP BY (item.id + 1)"},
        Pair{"AS SELECT name n FROM item ORDER BY n DESC",
             "AS SELECT item.name AS n FROM public.item ORDER BY item.name DESC"},
        Pair{"AS SELECT i.id FROM item i INNER JOIN other o ON o.item_id = i.id",
             "AS SELECT i.id FROM (public.item i JOIN public.other o ON ((o.item_id = i.id)))"},
        Pair{"AS SELECT id, note FROM item JOIN other USING (id)",
             "AS SELECT item.id, other.note FROM (public.item JOIN public.other USING (id))"},
        Pair{"AS SELECT note FROM item NATURAL JOIN other",
             "AS SELECT other.note FROM (public.item JOIN public.other USING (id))"},
        Pair{"AS SELECT id FROM item FULL JOIN other USING (id)",
             "AS SELECT id FROM (public.item FULL JOIN public.other USING (id))"},
        Pair{"AS SELECT id FROM item WHERE id IN (SELECT id FROM item)",
             "AS SELECT item.id FROM public.item WHERE (item.id IN ( SELECT item_1.id FROM public.item item_1))"},
        Pair{"AS SELECT (SELECT max(id) FROM other) FROM item",
             "AS SELECT ( SELECT max(other.id) AS max FROM public.other) AS max FROM public.item"},
        Pair{"AS WITH c AS (SELECT id FROM item) SELECT * FROM c",
             "AS WITH c AS ( SELECT item.id FROM public.item) SELECT c.id FROM c"},
        Pair{
            "AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n FROM r",
            "AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT (r_1.n + 1) FROM r r_1 WHERE (r_1.n < 5)) SELECT r.n "
            "FROM r"},
        Pair{"AS SELECT t FROM item, unnest(tags) t", "AS SELECT t.t FROM public.item, LATERAL unnest(item.tags) t(t)"},
        Pair{"AS SELECT key FROM item, jsonb_each_text(doc)",
             "AS SELECT jsonb_each_text.key FROM public.item, LATERAL jsonb_each_text(item.doc) jsonb_each_text(key, "
             "value)"},
        Pair{"AS SELECT id FROM item UNION SELECT id FROM other ORDER BY 1",
             "AS SELECT item.id FROM public.item UNION SELECT other.id FROM public.other ORDER BY 1"},
        Pair{"AS SELECT 'x' AS a UNION ALL SELECT name FROM item",
             "AS SELECT 'x'::text AS a UNION ALL SELECT item.name AS a FROM public.item"},
        Pair{"AS SELECT rank() OVER (PARTITION BY tag ORDER BY id) r FROM item",
             "AS SELECT rank() OVER (PARTITION BY item.tag ORDER BY item.id) AS r FROM public.item"},
        Pair{"AS SELECT sum(id) OVER w FROM item WINDOW w AS (ORDER BY name)",
             "AS SELECT sum(item.id) OVER w AS sum FROM public.item WINDOW w AS (ORDER BY item.name)"},
        Pair{"AS SELECT string_agg(tag, ',' ORDER BY tag) FROM item",
             "AS SELECT string_agg((item.tag)::text, ','::text ORDER BY (item.tag)::text) AS string_agg FROM "
             "public.item"},
        Pair{"AS SELECT DISTINCT ON (tag) tag, id FROM item ORDER BY tag, id",
             "AS SELECT DISTINCT ON (item.tag) item.tag, item.id FROM public.item ORDER BY item.tag, item.id"},
        Pair{"AS SELECT id FROM item FETCH FIRST 3 ROWS ONLY", "AS SELECT item.id FROM public.item LIMIT 3"},
        Pair{"AS SELECT v.a FROM (VALUES (1, 'x')) v(a, b)", "AS SELECT v.a FROM ( VALUES (1,'x'::text)) v(a, b)"},
        Pair{"AS SELECT (place).* FROM item",
             "AS SELECT (item.place).x AS x, (item.place).label AS label FROM public.item"},
        Pair{"AS SELECT row_to_json(i) FROM item i", "AS SELECT row_to_json(i.*) AS row_to_json FROM public.item i"},
        Pair{"AS SELECT nspname FROM pg_namespace", "AS SELECT pg_namespace.nspname FROM pg_namespace"}));

INSTANTIATE_TEST_SUITE_P(
    Queries, UnlikeViews,
    ::testing::Values(Pair{"AS SELECT id FROM item", "AS SELECT id FROM ONLY item"},
                      Pair{"AS SELECT id FROM item", "AS SELECT id FROM item i"},
                      Pair{"AS SELECT id FROM item", "AS SELECT id AS i FROM item"},
                      Pair{"AS SELECT id FROM item", "AS SELECT id FROM other"},
                      Pair{"AS SELECT i.id FROM item i JOIN other o ON true", "AS SELECT i.id FROM item i, other o"},
                      Pair{"AS SELECT i.id FROM item i JOIN other o ON true",
                           "AS SELECT i.id FROM item i CROSS JOIN other o"},
                      Pair{"AS SELECT id FROM item ORDER BY id", "AS SELECT id FROM item ORDER BY id NULLS FIRST"},
                      Pair{"AS SELECT id FROM item LIMIT 1", "AS SELECT id FROM item OFFSET 1"},
                      Pair{"AS SELECT count(id) FROM item", "AS SELECT count(DISTINCT id) FROM item"},
                      Pair{"AS SELECT id FROM item UNION SELECT id FROM other",
                           "AS SELECT id FROM item UNION ALL SELECT id FROM other"},
                      Pair{"AS WITH c AS (SELECT id FROM item) SELECT id FROM c",
                           "AS WITH c AS MATERIALIZED (SELECT id FROM item) SELECT id FROM c"},
                      Pair{"AS SELECT id FROM item FULL JOIN other USING (id)",
                           "AS SELECT item.id FROM item FULL JOIN other USING (id)"},
                      Pair{"AS SELECT 'x' AS c", "AS SELECT 'x'::varchar AS c"},
                      Pair{"AS SELECT 1 AS c", "AS SELECT 1::bigint AS c"}));

TEST(Views, HaveColumnsWithTypes) {
  const View seen = view(
      "AS SELECT id, 'x' AS word, sum(big) AS total, tag, owed * 2 AS twice, tags[1] AS first, now() AS t, place FROM "
      "item "
      "GROUP BY id, tag, owed, tags, place");
  std::string columns;
  for (const ViewColumn& column : seen.columns) columns += column.name + ":" + column.type + " ";
  EXPECT_EQ(columns,
            "id:integer word:text total:numeric tag:character varying(20) twice:numeric first:text "
            "t:timestamp with time zone place:public.spot ");
}

TEST(Views, SeeTheColumnsOfOtherViewsWhateverTheirOrder) {
  const Catalog catalog = read(tables() +
                               "CREATE VIEW zz AS SELECT id AS number, name FROM item;"
                               "CREATE VIEW aa AS SELECT * FROM zz;");
  const auto& seen = std::get<View>(
      catalog.find({.kind = Kind::view, .schema = "public", .parent = {}, .name = "aa", .signature = {}})->payload);
  ASSERT_EQ(seen.columns.size(), 2U);
  EXPECT_EQ(seen.columns[0], (ViewColumn{.name = "number", .type = "integer"}));
  EXPECT_EQ(seen.query.certainty, Certainty::exact);
  EXPECT_EQ(seen.query.text, "SELECT zz.number, zz.name FROM public.zz");
}

TEST(Views, OverWhatNobodyKnowsStayUnsure) {
  const View seen = view("AS SELECT a, b FROM elsewhere WHERE a = 'x'");
  EXPECT_EQ(seen.query.certainty, Certainty::unsure);
  EXPECT_NE(seen.query.key, view("AS SELECT a, b FROM elsewhere WHERE a = 'y'").query.key);
  EXPECT_NE(seen.query.key, view("AS SELECT a, c FROM elsewhere WHERE a = 'x'").query.key);
}

}  // namespace
}  // namespace trueup::canonical::testing
