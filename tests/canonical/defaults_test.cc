#include "canonical/keys.h"

namespace trueup::canonical::testing {
namespace {

struct Case {
  const char* type;
  const char* first;
  const char* second;
};

class SameDefaults : public ::testing::TestWithParam<Case> {};
class UnlikeDefaults : public ::testing::TestWithParam<Case> {};

TEST_P(SameDefaults, HaveOneKey) {
  const Expression first = default_of(GetParam().type, GetParam().first);
  const Expression second = default_of(GetParam().type, GetParam().second);
  EXPECT_EQ(first.key, second.key);
  EXPECT_FALSE(first.key.empty());
  EXPECT_EQ(first.certainty, Certainty::exact) << first.key;
}

TEST_P(UnlikeDefaults, HaveTwoKeys) {
  EXPECT_NE(default_of(GetParam().type, GetParam().first).key, default_of(GetParam().type, GetParam().second).key);
}

INSTANTIATE_TEST_SUITE_P(
    Literals, SameDefaults,
    ::testing::Values(
        Case{"integer", "'07'", "7"}, Case{"integer", "-3", "'-3'::integer"}, Case{"integer", "7::int", "7"},
        Case{"bigint", "'5'", "'5'::bigint"}, Case{"numeric(8,2)", "'1.50'", "1.50"}, Case{"numeric", ".5", "0.5"},
        Case{"numeric", "2e3", "'2000'::numeric"}, Case{"double precision", "'1e3'", "'1000'::double precision"},
        Case{"real", "'0.10'", "'0.1'::real"}, Case{"boolean", "'yes'", "true"}, Case{"boolean", "'0'", "false"},
        Case{"text", "'a'", "'a'::text"}, Case{"varchar(9)", "'a'", "'a'::character varying"},
        Case{"char(3)", "'a'", "'a'::bpchar"}, Case{"text", "E'a\\nb'", "'a\nb'::text"},
        Case{"date", "'2021-1-2'", "'2021-01-02'::date"}, Case{"date", "'20210102'", "'2021-01-02'::date"},
        Case{"time", "'9:05 PM'", "'21:05:00'::time without time zone"},
        Case{"timestamp", "'2021-01-02T03:04:05.60'", "'2021-01-02 03:04:05.6'::timestamp without time zone"},
        Case{"timestamptz", "'2021-01-01 01:00+03'", "'2020-12-31 22:00:00+00'::timestamp with time zone"},
        Case{"interval", "'26 hours'", "'26:00:00'::interval"},
        Case{"interval", "'14 months'", "'1 year 2 mons'::interval"},
        Case{"interval", "interval '3' day", "'3 days'::interval"}, Case{"interval", "'1 week'", "'7 days'::interval"},
        Case{"interval", "'1.5 days'", "'1 day 12:00:00'::interval"},
        Case{"interval", "'-90 minutes'", "'-01:30:00'::interval"},
        Case{"uuid", "'{A0EEBC999C0B4EF8BB6D6BB9BD380A11}'", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid"},
        Case{"jsonb", "'{\"bb\":1,\"a\":2,\"a\":3}'", "'{\"a\": 3, \"bb\": 1}'::jsonb"},
        Case{"jsonb", "'\"\\u00e9\"'", "'\"é\"'::jsonb"}, Case{"bytea", "'ab'", "'\\x6162'::bytea"},
        Case{"text[]", "'{ a , \"b c\" }'", "'{a,\"b c\"}'::text[]"},
        Case{"integer[]", "'{01,NULL}'", "'{1,NULL}'::integer[]"},
        Case{"text[]", "ARRAY['a','b']::text[]", "ARRAY['a'::text, 'b'::text]"},
        Case{"varchar(3)[]", "ARRAY['a']::varchar(3)[]", "ARRAY['a'::character varying(3)]"},
        Case{"bigint[]", "ARRAY[1,2]::bigint[]", "ARRAY[(1)::bigint, (2)::bigint]"},
        Case{"daterange", "'[2021-01-01,2021-01-31]'", "'[2021-01-01,2021-02-01)'::daterange"},
        Case{"status", "'new'", "'new'::public.status"}, Case{"status[]", "'{new}'", "'{new}'::public.status[]"},
        Case{"code", "'a'", "'a'::character varying"}, Case{"bit(3)", "B'101'", "'101'::\"bit\""},
        Case{"inet", "'10.1.2.3/32'", "'10.1.2.3'::inet"}, Case{"timestamptz", "NOW()", "now()"},
        Case{"timestamptz", "now()::timestamptz", "now()"}, Case{"date", "current_date", "CURRENT_DATE"},
        Case{"timestamp", "now() at time zone 'utc'", "(now() AT TIME ZONE 'utc'::text)"},
        Case{"text", "(now() at time zone 'utc')::text", "(now() AT TIME ZONE 'utc'::text)::text"},
        Case{"text", "'a' || 'b'", "('a'::text || 'b'::text)"}, Case{"varchar(5)", "NULL", "NULL::character varying"}));

INSTANTIATE_TEST_SUITE_P(
    Literals, UnlikeDefaults,
    ::testing::Values(Case{"text", "1", "'1'"}, Case{"bigint", "0", "0::bigint"},
                      Case{"bigint", "0::bigint", "'0'::bigint"}, Case{"numeric", "1.0", "1.00"},
                      Case{"text", "'a'", "'a'::varchar"},
                      Case{"text", "(now() at time zone 'utc')::text", "now() at time zone 'utc'"},
                      Case{"json", "'{\"a\":1}'", "'{\"a\": 1}'"}, Case{"timestamptz", "now()", "CURRENT_TIMESTAMP"},
                      Case{"timestamptz", "now()", "clock_timestamp()"}, Case{"varchar(9)", "'a'", "'a'::varchar(9)"},
                      Case{"text[]", "'{}'", "ARRAY[]::text[]"},
                      Case{"timestamptz", "'2021-01-01 00:00+00'", "'2021-01-01 00:00+01'"},
                      Case{"interval", "'1 month'", "'30 days'"}, Case{"interval", "'1 day'", "'24 hours'"},
                      Case{"status", "'new'", "'done'"}, Case{"date", "'today'", "CURRENT_DATE"}));

TEST(Defaults, OfNullAreNoneUnlessALengthStoresThem) {
  EXPECT_TRUE(default_of("text", "NULL").empty());
  EXPECT_TRUE(default_of("integer", "NULL::integer").empty());
  EXPECT_FALSE(default_of("varchar(5)", "NULL").empty());
}

TEST(Defaults, ThatDependOnTheDayAreNotSure) {
  EXPECT_EQ(default_of("date", "'today'").certainty, Certainty::unsure);
  EXPECT_EQ(default_of("timestamptz", "'2021-01-01'").certainty, Certainty::unsure);
  EXPECT_EQ(default_of("money", "'1'").certainty, Certainty::unsure);
}

TEST(Defaults, OfSequencesNameThemWithTheirSchema) {
  const Catalog catalog = read(
      "CREATE SCHEMA s; CREATE SEQUENCE s.ids; SET search_path = s;"
      "CREATE TABLE t (id integer DEFAULT nextval('ids'));");
  const auto& column = std::get<Column>(catalog.find(column_id("s", "t", "id"))->payload);
  EXPECT_EQ(column.default_value.text, "nextval('s.ids')");
  const ObjectId ids{.kind = Kind::sequence, .schema = "s", .parent = {}, .name = "ids", .signature = {}};
  EXPECT_EQ(column.default_value.references, std::vector<ObjectId>{ids});
}

}  // namespace
}  // namespace trueup::canonical::testing
