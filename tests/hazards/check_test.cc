#include "hazards/check.h"

#include <gtest/gtest.h>

#include "parse/grammar.h"
#include "plan/plan.h"

namespace trueup::hazards {
namespace {

std::vector<std::string> places(const Checked& checked) {
  std::vector<std::string> found;
  for (const Placed& placed : checked.findings)
    if (placed.finding.hazard->level != Level::advice)
      found.push_back(to_string(placed.where) + " " + std::string(placed.finding.hazard->id));
  return found;
}

Checked check(const std::string& sql, History& history) {
  return check_file({.script = {.name = "x.sql", .text = sql}, .parts = {}}, history);
}

Checked check(const std::string& sql) {
  History history;
  return check(sql, history);
}

using Strings = std::vector<std::string>;

TEST(Check, FindingsHaveTheirPlace) {
  const Checked checked =
      check("SELECT 'ä',\n 1;\n\nALTER TABLE \"ü\"\n  ADD COLUMN a int,\n  ALTER b SET NOT NULL;\n");
  EXPECT_EQ(places(checked), (Strings{"x.sql:6:9 set-not-null-scan"}));
  const auto& placed = *std::find_if(checked.findings.begin(), checked.findings.end(),
                                     [](const Placed& one) { return one.finding.hazard->id == "set-not-null-scan"; });
  EXPECT_EQ(placed.excerpt, "    ALTER b SET NOT NULL;\n          ^");
  EXPECT_EQ(placed.character, 9);
}

TEST(Check, CommentsAllow) {
  EXPECT_EQ(places(check("-- trueup: allow drop-table\nDROP TABLE a;\nDROP TABLE b;")),
            (Strings{"x.sql:3:1 drop-table"}));
  EXPECT_EQ(places(check("DROP TABLE a; -- trueup: allow drop-table\nDROP TABLE b;")),
            (Strings{"x.sql:2:1 drop-table"}));
  EXPECT_EQ(places(check("DROP TABLE /* trueup: allow drop-table, drop-cascade */ a CASCADE;")), Strings{});
  EXPECT_EQ(places(check("DROP TABLE a CASCADE; -- trueup: allow all")), Strings{});
  EXPECT_EQ(places(check("DROP TABLE a; -- trueup: allow drop-column")), (Strings{"x.sql:1:1 drop-table"}));
  EXPECT_EQ(places(check("COMMENT ON TABLE a IS '-- trueup: allow drop-table'; DROP TABLE a;")),
            (Strings{"x.sql:1:54 drop-table"}));
}

TEST(Check, CommentsThatSayNothingAreWarnings) {
  const Checked unknown = check("-- trueup: allow drop-tables\nDROP TABLE a;");
  ASSERT_EQ(unknown.diagnostics.size(), 1U);
  EXPECT_EQ(to_string(unknown.diagnostics[0].where), "x.sql:1:1");
  EXPECT_EQ(check("SELECT 1;\n-- trueup: allow drop-table\n").diagnostics.size(), 1U);
}

TEST(Check, TheRestOfAFileWithAnErrorIsLookedAt) {
  const Checked checked = check("CREATE TABEL a;\nDROP TABLE b;");
  EXPECT_TRUE(has_errors(checked.diagnostics));
  EXPECT_EQ(places(checked), (Strings{"x.sql:2:1 drop-table"}));
}

TEST(Check, WhatAnEarlierFileMadeIsThereWhenTheNextOneRuns) {
  History history;
  (void)check("CREATE TABLE a (b int);\nALTER TABLE a ADD CONSTRAINT c CHECK (b IS NOT NULL);", history);
  EXPECT_EQ(places(check("CREATE INDEX i ON a (b);", history)), (Strings{"x.sql:1:1 index-blocks-writes"}));
  EXPECT_EQ(places(check("ALTER TABLE a ALTER b SET NOT NULL;", history)), Strings{});
}

plan::Plan plan_of(const std::vector<std::pair<bool, Strings>>& segments) {
  plan::Plan plan;
  for (const auto& [transactional, statements] : segments) {
    plan::Segment segment{.transactional = transactional, .steps = {}};
    for (const std::string& sql : statements)
      segment.steps.push_back({.subject = {}, .statement = {.sql = sql, .destroys = {}, .needs = {}}});
    plan.segments.push_back(std::move(segment));
  }
  return plan;
}

std::vector<Strings> warnings(const plan::Plan& plan, const Catalog& from) {
  std::vector<Strings> found;
  for (const std::vector<Finding>& findings : check_plan(plan, from)) {
    Strings& ids = found.emplace_back();
    for (const Finding& finding : findings)
      if (finding.hazard->level != Level::advice) ids.emplace_back(finding.hazard->id);
  }
  return found;
}

TEST(CheckPlan, WarnsOfPlainFormsOnly) {
  const plan::Plan plan =
      plan_of({{true,
                {"CREATE TABLE public.a (id bigint)", "CREATE INDEX i ON public.a (id)",
                 "ALTER TABLE public.b ADD CONSTRAINT c CHECK (x IS NOT NULL) NOT VALID"}},
               {true, {"ALTER TABLE public.b VALIDATE CONSTRAINT c"}},
               {true, {"ALTER TABLE public.b ALTER COLUMN x SET NOT NULL", "ALTER TABLE public.b DROP CONSTRAINT c"}},
               {false, {"CREATE INDEX CONCURRENTLY j ON public.b (x)"}},
               {true, {"CREATE INDEX k ON public.b (x)", "DROP TABLE public.gone"}}});
  EXPECT_EQ(warnings(plan, Catalog{}), (std::vector<Strings>{{}, {}, {}, {}, {}, {}, {}, {"index-blocks-writes"}, {}}));
}

TEST(Check, NotNullConstraintsOf18) {
  if (parse::grammar_version() < 18) GTEST_SKIP() << "this grammar does not know them";
  EXPECT_EQ(places(check("ALTER TABLE a ADD CONSTRAINT n NOT NULL b;")), (Strings{"x.sql:1:41 set-not-null-scan"}));
  EXPECT_EQ(places(check("ALTER TABLE a ADD CONSTRAINT n NOT NULL b NOT VALID;\nALTER TABLE a VALIDATE CONSTRAINT n;\n"
                         "ALTER TABLE a ALTER b SET NOT NULL;")),
            Strings{});
}

TEST(CheckPlan, KnowsTheTypesThatThereWere) {
  Catalog from;
  const auto column = [&](const char* name, const char* type) {
    const ObjectId id = column_id("public", "t", name);
    Column payload;
    payload.type = type;
    from.objects[id] = {.id = id,
                        .payload = std::move(payload),
                        .owner = {},
                        .comment = {},
                        .acl = {},
                        .inherited_from = {},
                        .references = {},
                        .origin = {}};
  };
  struct Row {
    const char* from;
    const char* to;
    bool rewrites;
  };
  for (const Row& row : {Row{"character varying(10)", "text", false},
                         Row{"character varying(10)", "character varying(20)", false},
                         Row{"character varying(20)", "character varying(10)", true},
                         Row{"text", "character varying", false},
                         Row{"text", "character varying(5)", true},
                         Row{"integer", "bigint", true},
                         Row{"numeric(10,2)", "numeric(12,2)", false},
                         Row{"numeric(10,2)", "numeric(12,3)", true},
                         Row{"numeric(10,2)", "numeric", false},
                         Row{"cidr", "inet", false},
                         Row{"inet", "cidr", true},
                         Row{"timestamp(3) without time zone", "timestamp(6) without time zone", false},
                         Row{"timestamp without time zone", "timestamp(6) without time zone", false},
                         Row{"timestamp without time zone", "timestamp(3) without time zone", true},
                         Row{"timestamp without time zone", "timestamp with time zone", true},
                         Row{"interval(3)", "interval", false},
                         Row{"interval", "interval(6)", true},
                         Row{"character varying(10)[]", "text[]", false},
                         Row{"public.mood", "text", true},
                         Row{"interval", "interval", false}}) {
    from.objects.clear();
    column("c", row.from);
    const plan::Plan plan = plan_of({{true, {std::string("ALTER TABLE public.t ALTER COLUMN c TYPE ") + row.to}}});
    EXPECT_EQ(warnings(plan, from)[0] == Strings{"type-rewrites"}, row.rewrites) << row.from << " to " << row.to;
  }
}

TEST(CheckPlan, EmptyTablesTakePlainForms) {
  const plan::Plan plan = plan_of(
      {{true,
        {"CREATE INDEX i ON public.a (x)", "ALTER TABLE public.a ADD UNIQUE (x)", "DROP INDEX public.a_old",
         "DROP INDEX public.b_old", "ALTER TABLE public.a RENAME COLUMN x TO y", "CREATE INDEX j ON public.b (x)"}}});
  Catalog from;
  const auto index = [&](const char* name, const char* table) {
    const ObjectId id{.kind = Kind::index, .schema = "public", .parent = {}, .name = name, .signature = {}};
    Index payload;
    payload.table = table_id("public", table);
    from.objects[id] = {.id = id,
                        .payload = std::move(payload),
                        .owner = {},
                        .comment = {},
                        .acl = {},
                        .inherited_from = {},
                        .references = {},
                        .origin = {}};
  };
  index("a_old", "a");
  index("b_old", "b");
  std::vector<Strings> found;
  for (const std::vector<Finding>& findings : check_plan(plan, from, {table_id("public", "a")})) {
    Strings& ids = found.emplace_back();
    for (const Finding& finding : findings)
      if (finding.hazard->level != Level::advice) ids.emplace_back(finding.hazard->id);
  }
  EXPECT_EQ(found,
            (std::vector<Strings>{{}, {}, {}, {"drop-index-blocks"}, {"rename-column"}, {"index-blocks-writes"}}));
}

TEST(CheckPlan, TheServersVersionCounts) {
  const plan::Plan plan = plan_of({{true, {"ALTER TABLE public.a DETACH PARTITION public.b"}}});
  Catalog from;
  from.server_version = 130000;
  EXPECT_EQ(check_plan(plan, from)[0][0].safe, "a short lock_timeout, and another try where it runs out");
  from.server_version = 140000;
  EXPECT_NE(check_plan(plan, from)[0][0].safe, "a short lock_timeout, and another try where it runs out");
}

}  // namespace
}  // namespace trueup::hazards
