#include "canonical/keys.h"

namespace trueup::canonical::testing {
namespace {

class SameCalls : public ::testing::TestWithParam<Pair> {};
class UnlikeCalls : public ::testing::TestWithParam<Pair> {};

TEST_P(SameCalls, HaveOneKey) {
  const Expression first = check(GetParam().first);
  const Expression second = check(GetParam().second);
  EXPECT_EQ(first.key, second.key);
  EXPECT_EQ(first.certainty, Certainty::exact) << first.key;
}

TEST_P(UnlikeCalls, HaveTwoKeys) { EXPECT_NE(check(GetParam().first).key, check(GetParam().second).key); }

INSTANTIATE_TEST_SUITE_P(
    Calls, SameCalls,
    ::testing::Values(
        Pair{"length(tag) > 2", "(length((tag)::text) > 2)"}, Pair{"lower(name) = name", "(lower(name) = name)"},
        Pair{"twice(id) > 0", "(public.twice(id) > 0)"},
        Pair{"padded('a') <> ''", "(public.padded('a'::text) <> ''::text)"},
        Pair{"padded(t => name, width => 3) = ''", "(public.padded(t => name, width => 3) = ''::text)"},
        Pair{"joined('a', 'b', name) = ''", "(public.joined('a'::text, VARIADIC ARRAY['b'::text, name]) = ''::text)"},
        Pair{"round(price, 1) = 0", "(round(price, 1) = (0)::numeric)"},
        Pair{"coalesce(tag, 'x') = 'y'", "((COALESCE(tag, 'x'::character varying))::text = 'y'::text)"},
        Pair{"nullif(name, '') IS NULL", "(NULLIF(name, ''::text) IS NULL)"},
        Pair{"greatest(id, 1.5) > 0", "(GREATEST((id)::numeric, 1.5) > (0)::numeric)"},
        Pair{"CASE WHEN ok THEN 'a' END = 'b'", "(CASE WHEN ok THEN 'a'::text ELSE NULL::text END = 'b'::text)"},
        Pair{"CASE mood WHEN 'new' THEN ok ELSE true END", "CASE mood WHEN 'new'::public.status THEN ok ELSE true END"},
        Pair{"CASE price WHEN 1 THEN ok END", "CASE price WHEN 1 THEN ok ELSE NULL::boolean END"},
        Pair{"extract(year FROM day) > 2000", "(EXTRACT(year FROM day) > (2000)::numeric)"},
        Pair{"trim(tag) <> ''", "(TRIM(BOTH FROM tag) <> ''::text)"},
        Pair{"position('@' in name) > 0", "(POSITION(('@'::text) IN (name)) > 0)"},
        Pair{"substring(name from 1 for 2) = 'a'", "(SUBSTRING(name FROM 1 FOR 2) = 'a'::text)"},
        Pair{"substring(name from 'a.') = 'a'", "(\"substring\"(name, 'a.'::text) = 'a'::text)"},
        Pair{"atz AT TIME ZONE 'UTC' > at", "((atz AT TIME ZONE 'UTC'::text) > at)"},
        Pair{"date_trunc('month', day) = day", "(date_trunc('month'::text, (day)::timestamp with time zone) = day)"},
        Pair{"(place).x > 0", "((place).x > 0)"}, Pair{"nums[1] > 0", "(nums[1] > 0)"},
        Pair{"doc['k'] IS NULL", "(doc['k'::text] IS NULL)"},
        Pair{"array_length(tags, 1) > 0", "(array_length(tags, 1) > 0)"},
        Pair{"cardinality(tags || 'x'::text) > 0", "(cardinality((tags || 'x'::text)) > 0)"},
        Pair{"num_nonnulls(id, name) = 1", "(num_nonnulls(id, name) = 1)"},
        Pair{"to_tsvector('english', name) IS NOT NULL", "(to_tsvector('english'::regconfig, name) IS NOT NULL)"},
        Pair{"name COLLATE \"C\" < 'a'", "((name COLLATE \"C\") < 'a'::text)"}));

INSTANTIATE_TEST_SUITE_P(Calls, UnlikeCalls,
                         ::testing::Values(Pair{"trim(name) = ''", "btrim(name) = ''"},
                                           Pair{"trim(tag) = ''", "trim(tag::text) = ''"},
                                           Pair{"extract(year from day) > 1", "date_part('year', day) > 1"},
                                           Pair{"substring(name, 1, 2) = ''", "substring(name from 1 for 2) = ''"},
                                           Pair{"coalesce(name, 'a') = ''", "coalesce('a', name) = ''"},
                                           Pair{"length(name) > 0", "char_length(name) > 0"},
                                           Pair{"CASE id WHEN 1 THEN ok END", "CASE WHEN id = 1 THEN ok END"},
                                           Pair{"timezone('UTC', atz) > at", "atz AT TIME ZONE 'UTC' > at"},
                                           Pair{"concat(name, 'a') = ''", "concat(name, 'a'::text) = ''"},
                                           Pair{"padded(name) = ''", "padded(name, 4) = ''"}));

TEST(Calls, OfAFunctionNobodyKnowsStayUnsureAndKeepEveryDifference) {
  const Expression first = check("elsewhere(name, 'a')");
  EXPECT_EQ(first.certainty, Certainty::unsure);
  EXPECT_NE(first.key, check("elsewhere(name, 'b')").key);
  EXPECT_NE(first.key, check("elsewhere(tag, 'a')").key);
  EXPECT_NE(first.key, check("elsewhere(name, 'a'::text)").key);
  EXPECT_EQ(first.key, check("elsewhere( name,'a' )").key);
}

}  // namespace
}  // namespace trueup::canonical::testing
