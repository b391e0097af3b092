#include "verify/agree.h"

#include <gtest/gtest.h>

#include "canonical/canonicalise.h"
#include "verify/load.h"
#include "verify/read_back.h"
#include "verify/settle.h"
#include "verify/shared_scratch.h"

namespace trueup::verify {
namespace {

Agreement agreement_of(const std::string& sql) {
  Result<Agreement> agreement = agree({{"a.sql", sql}}, shared_scratch());
  EXPECT_TRUE(agreement.ok()) << agreement.error().message;
  return agreement ? std::move(*agreement) : Agreement{};
}

std::string in_words(const Agreement& agreement) {
  std::string text;
  for (const Disagreement& one : agreement.differences)
    text += to_string(one.id) + " " + one.field + ": parsed " + one.parsed + ", loaded " + one.loaded + "\n";
  for (const Diagnostic& failed : agreement.failed) text += to_string(failed) + "\n";
  return text;
}

TEST(Agree, OnAPlainSchema) {
  const Agreement agreement = agreement_of(
      "CREATE TABLE t (id serial PRIMARY KEY, a varchar(10) DEFAULT 'x' CHECK (a <> '')); CREATE INDEX ON t (lower(a));"
      "CREATE VIEW v AS SELECT id, a FROM t WHERE a = 'b'; COMMENT ON COLUMN t.a IS 'c';");
  EXPECT_TRUE(agreement.ok()) << in_words(agreement);
  EXPECT_EQ(agreement.server, shared_scratch().version_text());
}

TEST(Agree, WhatTheParserLeavesOutShows) {
  const Agreement agreement =
      agreement_of("CREATE TABLE t (id int);\nDO $$ BEGIN CREATE TABLE hidden (id int); END $$;");
  EXPECT_FALSE(agreement.ok());
  bool shown = false;
  for (const Disagreement& one : agreement.differences)
    shown |= one.id == table_id("public", "hidden") && one.parsed.empty();
  EXPECT_TRUE(shown) << in_words(agreement);
  bool named = false;
  for (const Diagnostic& left_out : agreement.left_out) named |= left_out.where.line == 2;
  EXPECT_TRUE(named);
}

TEST(Agree, AMisreadAttributeShows) {
  const std::vector<parse::Script> scripts = {{"a.sql", "CREATE TABLE t (id bigint);"}};
  Catalog parsed = parse::read(scripts, {.server_version = shared_scratch().server_version(), .strict = false});
  std::get<Column>(parsed.find(column_id("public", "t", "id"))->payload).type = "integer";
  canonical::canonicalise(parsed);
  Result<Agreement> agreement = agree(parsed, scripts, shared_scratch());
  ASSERT_TRUE(agreement.ok());
  ASSERT_EQ(agreement->differences.size(), 1u) << in_words(*agreement);
  EXPECT_EQ(agreement->differences[0].field, "type");
}

TEST(Agree, WhatTheServerRefusesIsNamed) {
  const Agreement agreement = agreement_of("CREATE TABLE t (id int);\nCREATE VIEW v AS SELECT missing FROM t;");
  ASSERT_FALSE(agreement.failed.empty());
  EXPECT_EQ(agreement.failed[0].where.line, 2);
}

/// Both ends, and what the server holds that has run the second; every key of `field` made unsure and different.
struct Unsure {
  Catalog from;
  Catalog to;
  std::vector<parse::Script> scripts;
};

Catalog loaded(const std::string& sql) {
  Result<Site> site = Site::make(shared_scratch(), {});
  EXPECT_TRUE(site.ok());
  EXPECT_TRUE(load(*site, {{"a.sql", sql}}, Scope::schema).ok());
  Result<Catalog> catalog = read_back(*site);
  EXPECT_TRUE(catalog.ok());
  return std::move(*catalog);
}

Unsure unsure(const std::string& old_sql, const std::string& new_sql) {
  Unsure ends{.from = loaded(old_sql), .to = loaded(new_sql), .scripts = {{"new.sql", new_sql}}};
  const ObjectId id = {.kind = Kind::view, .schema = "public", .parent = {}, .name = "v", .signature = {}};
  Expression& query = std::get<View>(ends.to.find(id)->payload).query;
  query.key = "nobody knows";
  query.certainty = Certainty::unsure;
  std::get<View>(ends.to.find(id)->payload).columns.clear();
  return ends;
}

TEST(Settle, TheSameAfterAll) {
  Unsure ends = unsure("CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t WHERE a IN (1, 2);",
                       "CREATE TABLE t (a int); CREATE VIEW v AS SELECT t.a FROM t WHERE a = ANY (ARRAY[1, 2]);");
  const diff::Difference before = diff::compare(ends.from, ends.to);
  ASSERT_EQ(before.undecided.size(), 1u);
  Result<Settled> settled = settle(ends.from, ends.to, ends.scripts, before.undecided, shared_scratch());
  ASSERT_TRUE(settled.ok()) << settled.error().message;
  EXPECT_EQ(settled->same, 1);
  EXPECT_TRUE(diff::compare(ends.from, ends.to).empty());
  EXPECT_EQ(std::get<View>(ends.to.objects.rbegin()->second.payload).columns.size(), 1u);
}

TEST(Settle, DifferentIndeed) {
  Unsure ends = unsure("CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t WHERE a IN (1, 2);",
                       "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t WHERE a IN (1, 3);");
  const diff::Difference before = diff::compare(ends.from, ends.to);
  Result<Settled> settled = settle(ends.from, ends.to, ends.scripts, before.undecided, shared_scratch());
  ASSERT_TRUE(settled.ok()) << settled.error().message;
  EXPECT_EQ(settled->different, 1);
  const diff::Difference after = diff::compare(ends.from, ends.to);
  EXPECT_TRUE(after.undecided.empty());
  ASSERT_EQ(after.deltas.size(), 1u);
  EXPECT_EQ(after.deltas[0].fields, std::vector<std::string>{"query"});
}

TEST(Settle, WhatTheServerDoesNotHoldStaysOpen) {
  Unsure ends = unsure("CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;",
                       "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;");
  const diff::Difference before = diff::compare(ends.from, ends.to);
  ends.scripts[0].text = "CREATE TABLE t (a int);";
  Result<Settled> settled = settle(ends.from, ends.to, ends.scripts, before.undecided, shared_scratch());
  ASSERT_TRUE(settled.ok());
  EXPECT_EQ(settled->open.size(), 1u);
}

}  // namespace
}  // namespace trueup::verify
