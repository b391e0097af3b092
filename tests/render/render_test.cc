#include <gtest/gtest.h>

#include "render/differences.h"
#include "render/preview.h"
#include "render/sql.h"

namespace trueup::render {
namespace {

plan::Step step(std::string sql, std::optional<ddl::Destruction> destroys = std::nullopt) {
  plan::Step made;
  made.subject = table_id("public", "t");
  made.statement.sql = std::move(sql);
  made.statement.destroys = std::move(destroys);
  return made;
}

plan::Plan sample() {
  plan::Segment first, alone;
  first.steps = {
      step("ALTER TABLE public.t ADD a integer"),
      step("ALTER TABLE public.t DROP b", ddl::Destruction{.hazard = "drop-column", .what = "column public.t.b"})};
  alone.transactional = false;
  alone.steps = {step("CREATE INDEX CONCURRENTLY i\n    ON public.t (a)")};
  plan::Plan plan;
  plan.segments = {first, alone};
  return plan;
}

TEST(Sql, IsStatementsAndNothingElse) {
  EXPECT_EQ(
      sql(sample()),
      "ALTER TABLE public.t ADD a integer;\nALTER TABLE public.t DROP b;\nCREATE INDEX CONCURRENTLY i\n    ON public.t "
      "(a);\n");
  EXPECT_EQ(sql(plan::Plan{}), "");
}

// A reviewed example of what users read.
TEST(Preview, ReadsLikeThis) {
  plan::Plan up = sample();
  const ObjectId t = table_id("public", "t");
  using plan::LockMode;
  for (plan::Step& step : up.segments[0].steps)
    step.effect = {.known = true, .locks = {{t, LockMode::access_exclusive}}, .rewrites = {}, .scans = {}};
  up.segments[1].steps[0].effect = {
      .known = true, .locks = {{t, LockMode::share_update_exclusive}}, .rewrites = {}, .scans = {t}};
  const Sizes sizes = {{t, {.rows = 1'234'567, .bytes = 500'000'000}}};
  plan::Plan down;
  down.segments.resize(1);
  down.segments[0].steps = {step("ALTER TABLE public.t DROP a")};
  const Preview preview{.up = up,
                        .down = down,
                        .from = "postgres://h/d",
                        .to = "schema",
                        .from_fingerprint = {},
                        .to_fingerprint = {},
                        .proven = true,
                        .proof = "proven up and down on PostgreSQL 15.20",
                        .proof_notes = {"1 of 1 tables held rows while it was tried"},
                        .sizes = &sizes,
                        .refused = up.destructions()};
  EXPECT_EQ(text(preview, false, {}), R"(3 statements in 2 segments, proven up and down on PostgreSQL 15.20
  1 of 1 tables held rows while it was tried

   1  ALTER TABLE public.t ADD a integer
        ACCESS EXCLUSIVE on public.t · no rewrite, no scan, reads and writes wait
   2  ALTER TABLE public.t DROP b
        ACCESS EXCLUSIVE on public.t · no rewrite, no scan, reads and writes wait
        DESTROYS column public.t.b      drop-column
  ── segment 2, outside a transaction
   3  CREATE INDEX CONCURRENTLY i
          ON public.t (a)
        SHARE UPDATE EXCLUSIVE on public.t · scans public.t (about 1.2 M rows): seconds, reads and writes go on

             1  2 │  3
  public.t   █  █ │  ░
  █ reads and writes wait   ▒ writes wait   ░ neither waits

drop-column is not allowed: apply would refuse (exit 3). Allow with --allow drop-column, or keep what is destroyed in the desired state
way back: 1 statement (trueup plan --down); what column public.t.b held would not return
)");
  const plan::Plan nothing;
  const Preview empty{.up = nothing,
                      .down = nothing,
                      .from = "postgres://h/d",
                      .to = "schema",
                      .from_fingerprint = {},
                      .to_fingerprint = {},
                      .proven = false,
                      .proof = {},
                      .proof_notes = {},
                      .refused = {}};
  EXPECT_EQ(text(empty, false, {}), "Nothing to do: postgres://h/d is what schema says.\n");
}

TEST(Differences, NamesWithControlCharactersStayOnTheirLine) {
  Catalog from, to;
  Object odd;
  odd.id = table_id("public", "a\nb");
  odd.payload = Table{};
  to.objects.emplace(odd.id, odd);
  const diff::Difference difference = diff::compare(from, to);
  const std::string report = differences({from, to, "db", "files", difference, Renaming{}}, {});
  EXPECT_EQ(report, "  + table public.\"a\\nb\"  only in files\n");
}

}  // namespace
}  // namespace trueup::render
