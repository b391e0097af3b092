#include <gtest/gtest.h>

#include "canonical/canonicalise.h"
#include "verify/load.h"
#include "verify/prove.h"
#include "verify/read_back.h"
#include "verify/shared_scratch.h"

namespace trueup::verify {
namespace {

/// What no change of these tests touches.
constexpr const char* others =
    "CREATE TABLE apart (id int PRIMARY KEY, note text); CREATE VIEW apart_view AS SELECT id FROM apart;"
    "CREATE TABLE far (id int, apart int REFERENCES apart); CREATE INDEX far_idx ON far (id);";

Catalog loaded(const std::string& sql) {
  Result<Site> site = Site::make(shared_scratch(), {});
  EXPECT_TRUE(site.ok());
  Result<Loaded> done = load(*site, {{"state.sql", sql}}, Scope::schema);
  EXPECT_TRUE(done.ok() && done->failed.empty()) << sql;
  Result<Catalog> catalog = read_back(*site);
  EXPECT_TRUE(catalog.ok());
  return std::move(*catalog);
}

/// A change among other objects, as the command plans it: a live database against files.
struct Change {
  Change(const std::string& old_sql, const std::string& new_sql)
      : from(loaded(others + old_sql)), scripts{{"new.sql", others + new_sql}} {
    to = parse::read(scripts, {}, &subjects);
    to.current_user = from.current_user;
    canonical::canonicalise(to);
    Result<plan::Plan> there = plan::make(from, to);
    Result<plan::Plan> back = plan::make(to, from);
    EXPECT_TRUE(there.ok() && back.ok());
    if (there && back) up = std::move(*there), down = std::move(*back);
  }

  [[nodiscard]] ProofInput input() const {
    return {.from = from, .to = to, .up = up, .down = down, .desired = scripts, .subjects = &subjects};
  }
  [[nodiscard]] Proof by_slice() const {
    Result<std::optional<Proof>> proof = prove_slice(input(), shared_scratch(), 1.0);
    EXPECT_TRUE(proof.ok() && *proof);
    return proof && *proof ? std::move(**proof) : Proof{};
  }
  /// The first thing that a proof of either scope finds wrong; they must agree.
  [[nodiscard]] std::string found() const {
    const Proof slice = by_slice();
    Result<Proof> whole = prove_whole(input(), shared_scratch());
    EXPECT_TRUE(whole.ok());
    EXPECT_EQ(slice.ok, whole->ok);
    return slice.failures.empty() ? "" : slice.failures.front().what + " " + slice.failures.front().message;
  }
  void add(std::string sql) {
    up.segments.at(0).steps.push_back({.subject = table_id("public", "t"), .statement = {.sql = std::move(sql)}});
  }

  Catalog from;
  std::vector<parse::Script> scripts;
  parse::Subjects subjects;
  Catalog to;
  plan::Plan up, down;
};

TEST(ProveSlice, SaysHowMuchItLoaded) {
  const Change change("CREATE TABLE t (id int);", "CREATE TABLE t (id int, x int);");
  const Proof proof = change.by_slice();
  EXPECT_TRUE(proof.ok);
  EXPECT_FALSE(proof.share.whole());
  EXPECT_EQ(proof.tables_total, 1);
  EXPECT_EQ(proof.rows_return, std::vector<ObjectId>{table_id("public", "t")});
}

TEST(ProveSlice, FindsFaultsPlantedInThePlan) {
  const char* before = "CREATE TABLE t (id serial PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t;";
  const char* after = "CREATE TABLE t (id serial PRIMARY KEY, x int); CREATE VIEW v AS SELECT id FROM t;";
  struct Row {
    const char* statement;  ///< that the plan has besides
    const char* found;
  };
  const Row rows[] = {{"DELETE FROM public.t", "does not survive up"},
                      {"ALTER SEQUENCE public.t_id_seq RESTART", "does not survive up"},
                      {"ALTER TABLE public.t ALTER COLUMN id TYPE bigint", "up fails"},
                      {"ALTER TABLE public.t DROP COLUMN x", "x is missing"},
                      {"DROP VIEW public.v", "v is missing"},
                      {"CREATE VIEW public.apart_view AS SELECT 1 AS id", "up fails relation \"apart_view\""},
                      {"CREATE INDEX far_idx ON public.t (id)", "up fails relation \"far_idx\""},
                      {"COMMENT ON TABLE public.t IS 'other'", "comment"}};
  for (const Row& row : rows) {
    Change change(before, after);
    change.add(row.statement);
    EXPECT_NE(change.found().find(row.found), std::string::npos) << row.statement << "\n" << change.found();
  }
  Change lost(before, after);
  lost.down = {};
  EXPECT_NE(lost.found().find("the result of down"), std::string::npos);
}

// What a function's argument takes its type from is not among what the function refers to.
TEST(ProveSlice, WhatItCannotHoldIsTriedWhole) {
  const std::string function = "CREATE FUNCTION f(a apart.note%TYPE) RETURNS int LANGUAGE sql AS 'SELECT ";
  const Change change(function + "1';", function + "2';");
  EXPECT_FALSE(change.by_slice().ok);
  Result<Proof> proof = prove(change.input(), shared_scratch());
  ASSERT_TRUE(proof.ok());
  EXPECT_TRUE(proof->ok);
  EXPECT_TRUE(proof->share.whole());
  ASSERT_FALSE(proof->notes.empty());
  EXPECT_NE(proof->notes.back().find("everything was loaded"), std::string::npos);
}

}  // namespace
}  // namespace trueup::verify
