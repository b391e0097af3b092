#include "canonical/keys.h"

namespace trueup::canonical::testing {
namespace {

class SameChecks : public ::testing::TestWithParam<Pair> {};
class UnlikeChecks : public ::testing::TestWithParam<Pair> {};

TEST_P(SameChecks, HaveOneKey) {
  const Expression first = check(GetParam().first);
  const Expression second = check(GetParam().second);
  EXPECT_EQ(first.key, second.key);
  EXPECT_EQ(first.certainty, Certainty::exact) << first.key;
  EXPECT_EQ(second.certainty, Certainty::exact) << second.key;
}

TEST_P(UnlikeChecks, HaveTwoKeys) { EXPECT_NE(check(GetParam().first).key, check(GetParam().second).key); }

// Left: as people write it. Right: as pg_get_constraintdef gives it back.
INSTANTIATE_TEST_SUITE_P(
    Operators, SameChecks,
    ::testing::Values(
        Pair{"price >= 1", "(price >= (1)::numeric)"}, Pair{"price >= 0.01", "(price >= 0.01)"},
        Pair{"ratio < 2", "(ratio < (2)::double precision)"}, Pair{"big > 7", "(big > 7)"},
        Pair{"half > 1.5", "(half > (1.5)::double precision)"}, Pair{"tag = 'x'", "((tag)::text = 'x'::text)"},
        Pair{"fixed = 'x'", "(fixed = 'x'::bpchar)"}, Pair{"ident = 'x'", "(ident = 'x'::name)"},
        Pair{"short <> 'x'", "((short)::text <> 'x'::text)"}, Pair{"owed > 5", "((owed)::numeric > (5)::numeric)"},
        Pair{"mood = 'new'", "(mood = 'new'::public.status)"}, Pair{"name != ''", "(name <> ''::text)"},
        Pair{"name LIKE 'a%'", "(name ~~ 'a%'::text)"}, Pair{"tag NOT ILIKE 'a'", "((tag)::text !~~* 'a'::text)"},
        Pair{"doc @> '{\"b\":1,\"a\":[1, 2]}'", "(doc @> '{\"a\": [1, 2], \"b\": 1}'::jsonb)"},
        Pair{"doc ->> 'k' = 'v'", "((doc ->> 'k'::text) = 'v'::text)"},
        Pair{"doc #>> '{a,b}' IS NULL", "((doc #>> '{a,b}'::text[]) IS NULL)"},
        Pair{"tags @> '{x}'", "(tags @> '{x}'::text[])"},
        Pair{"nums || 4 <> '{4}'", "((nums || 4) <> '{4}'::integer[])"},
        Pair{"during && '[1,3]'", "(during && '[1,4)'::int4range)"}, Pair{"during @> 3", "(during @> 3)"},
        Pair{"day > '2021-02-03'", "(day > '2021-02-03'::date)"},
        Pair{"at < '2021-02-03'", "(at < '2021-02-03 00:00:00'::timestamp without time zone)"},
        Pair{"day + 7 > day", "((day + 7) > day)"},
        Pair{"atz - interval '2 days' < now()", "((atz - '2 days'::interval) < now())"},
        Pair{"id % 2 = 0", "((id % 2) = 0)"}, Pair{"id / 2.0 > 1", "(((id)::numeric / 2.0) > (1)::numeric)"},
        Pair{"- id < 0", "((- id) < 0)"}, Pair{"NOT ok AND id > 0", "((NOT ok) AND (id > 0))"},
        Pair{"id > 0 AND big > 0 AND small > 0", "((id > 0) AND (big > 0) AND (small > 0))"},
        Pair{"id BETWEEN 1 AND 9", "((id >= 1) AND (id <= 9))"},
        Pair{"id BETWEEN 1 AND 9 AND ok", "(((id >= 1) AND (id <= 9)) AND ok)"},
        Pair{"id NOT BETWEEN 1 AND 9", "((id < 1) OR (id > 9))"},
        Pair{"name IS DISTINCT FROM 'a'", "(name IS DISTINCT FROM 'a'::text)"},
        Pair{"id IS NOT DISTINCT FROM big", "(NOT (id IS DISTINCT FROM big))"},
        Pair{"(id, big) = (1, 2)", "((id = 1) AND (big = 2))"},
        Pair{"(id, name) < (1, 'a')", "(ROW(id, name) < ROW(1, 'a'::text))"},
        Pair{"\"Odd Name\" > 0", "(\"Odd Name\" > 0)"}, Pair{"item.id > 0", "(id > 0)"}));

INSTANTIATE_TEST_SUITE_P(
    Lists, SameChecks,
    ::testing::Values(
        Pair{"name IN ('a', 'b')", "(name = ANY (ARRAY['a'::text, 'b'::text]))"}, Pair{"id IN (7)", "(id = 7)"},
        Pair{"tag IN ('a', 'b')",
             "((tag)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"},
        Pair{"tag IN ('a', 'b')",
             "((tag)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))"},
        Pair{"big NOT IN (1, 2)", "(big <> ALL (ARRAY[(1)::bigint, (2)::bigint]))"},
        Pair{"id IN (1, 2.5)", "((id)::numeric = ANY (ARRAY[(1)::numeric, 2.5]))"},
        Pair{"id IN (1, big)", "((id = 1) OR (id = big))"},
        Pair{"mood IN ('new', 'done')", "(mood = ANY (ARRAY['new'::public.status, 'done'::public.status]))"},
        Pair{"id = ANY ('{1,2}')", "(id = ANY ('{1,2}'::integer[]))"},
        Pair{"tag = ANY (ARRAY['a', 'b'])", "((tag)::text = ANY (ARRAY['a'::text, 'b'::text]))"}));

INSTANTIATE_TEST_SUITE_P(
    Operators, UnlikeChecks,
    ::testing::Values(Pair{"price >= 1", "price >= 1.0"}, Pair{"price >= 1", "price > 1"}, Pair{"id > 0", "0 < id"},
                      Pair{"tag = 'x'", "tag = 'x'::varchar"}, Pair{"name = 'x'", "name = 'X'"},
                      Pair{"id > 0 AND (big > 0 AND ok)", "id > 0 AND big > 0 AND ok"},
                      Pair{"name LIKE 'a'", "name ILIKE 'a'"}, Pair{"name IN ('a', 'b')", "name IN ('b', 'a')"},
                      Pair{"name IN ('a', 'b')", "name = ANY (ARRAY['a', 'b']::varchar[])"},
                      Pair{"id IN (1, 2)", "id = ANY ('{1,2}')"}, Pair{"doc ->> 'a' = 'b'", "doc -> 'a' = '\"b\"'"},
                      Pair{"id = 1 OR ok", "id = 1 AND ok"}, Pair{"NOT ok", "ok IS NOT TRUE"},
                      Pair{"id::text = '1'", "id = '1'"}, Pair{"at > '2021-01-01'", "at > '2021-01-01'::timestamptz"},
                      Pair{"during && '[1,3]'", "during && '[1,3)'"}, Pair{"id BETWEEN 1 AND 2", "id IN (1, 2)"}));

}  // namespace
}  // namespace trueup::canonical::testing
