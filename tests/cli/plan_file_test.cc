#include <nlohmann/json.hpp>

#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

class PlanFiles : public Sandbox {
 protected:
  /// A database, a desired state that drops a column and makes an index outside a transaction, and the plan between.
  std::string planned() {
    std::string target = database("CREATE TABLE t (id integer, legacy text); INSERT INTO t VALUES (1, 'a')");
    file("s.sql", "CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (id integer, note text);");
    const auto wrote = trueup({"plan", "--from", target, "--to", "s.sql", "--out", "plan.json"});
    EXPECT_EQ(wrote.exit_code, 0) << wrote.err;
    as_planned_ = wrote.out;
    return target;
  }
  std::string as_planned_;
};

TEST_F(PlanFiles, AreShownAsTheyWerePlanned) {
  planned();
  const auto shown = trueup({"show", "plan.json"});
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  EXPECT_EQ(shown.out, as_planned_);
  EXPECT_TRUE(holds(shown.out, "DESTROYS column public.t.legacy"));
  EXPECT_TRUE(holds(trueup({"show", "plan.json", "--down"}).out, "ADD COLUMN legacy text"));
  EXPECT_TRUE(
      holds(trueup({"show", "plan.json", "--format", "sql"}).out, "ALTER TABLE public.t DROP COLUMN legacy;\n"));
  EXPECT_EQ(trueup({"show", "plan.json", "--format", "json"}).out, contents("plan.json"));
}

TEST_F(PlanFiles, AreAppliedWithoutTheirDesiredState) {
  const std::string target = planned();
  std::filesystem::remove("s.sql");
  const auto refused = trueup({"apply", "plan.json", "--from", target, "--yes"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_TRUE(holds(refused.err, "--allow drop-column"));
  const auto unasked = trueup({"apply", "plan.json", "--from", target, "--allow", "drop-column"}, "y\n");
  EXPECT_EQ(unasked.exit_code, 3);
  EXPECT_EQ(ask(target, "SELECT legacy FROM public.t"), "a");
  const auto applied = trueup({"apply", "plan.json", "--from", target, "--allow", "drop-column", "--yes"});
  EXPECT_EQ(applied.exit_code, 0) << applied.err;
  EXPECT_EQ(ask(target, "SELECT note IS NULL FROM public.t"), "t");
  const auto again = trueup({"apply", "plan.json", "--from", target, "--allow", "drop-column", "--yes"});
  EXPECT_EQ(again.exit_code, 4) << again.err;
}

TEST_F(PlanFiles, AreNotAppliedToADatabaseThatMoved) {
  const std::string target = planned();
  run(target, "CREATE TABLE public.other (id integer)");
  const auto moved = trueup({"apply", "plan.json", "--from", target, "--allow", "all", "--yes"});
  EXPECT_EQ(moved.exit_code, 4);
  EXPECT_TRUE(holds(moved.err, "not as it was when plan.json was made"));
  EXPECT_EQ(ask(target, "SELECT legacy FROM public.t"), "a");
}

TEST_F(PlanFiles, KeepTheFilterOfTheirFingerprints) {
  const std::string target = database("CREATE SCHEMA audit; CREATE TABLE t (id integer)");
  file("s.sql", "CREATE TABLE t (id integer, note text);");
  const auto wrote =
      trueup({"plan", "--from", target, "--to", "s.sql", "--exclude", "audit", "--no-proof", "--out", "plan.json"});
  ASSERT_EQ(wrote.exit_code, 0) << wrote.err;
  run(target, "CREATE TABLE audit.log (id integer)");
  const auto applied = trueup({"apply", "plan.json", "--from", target, "--yes"});
  EXPECT_EQ(applied.exit_code, 0) << applied.err;
}

TEST_F(PlanFiles, ThatWereEditedOrCutOffAreRefused) {
  const std::string target = planned();
  const std::string text = contents("plan.json");
  std::string edited = text;
  edited.replace(edited.find("DROP COLUMN legacy"), 18, "DROP COLUMN id    ");
  file("edited.json", edited);
  file("cut.json", text.substr(0, text.size() / 2));
  file("other.json", "{\"a\": 1}");
  file("later.json", "{\"format\": 99}");
  file("list.json", "[1]");
  const auto error = [&](const std::string& name) {
    const auto done = trueup({"apply", name, "--from", target, "--allow", "all", "--yes"});
    EXPECT_EQ(done.exit_code, 1) << name << done.out;
    EXPECT_TRUE(holds(done.err, name));
    EXPECT_TRUE(holds(done.err, "trueup plan --out"));
    return done.err;
  };
  EXPECT_TRUE(holds(error("edited.json"), "edited or damaged"));
  EXPECT_TRUE(holds(error("cut.json"), "cut off"));
  EXPECT_TRUE(holds(error("other.json"), "is no plan"));
  EXPECT_TRUE(holds(error("later.json"), "format 99"));
  EXPECT_TRUE(holds(error("list.json"), "is no plan"));
  EXPECT_TRUE(holds(error("missing.json"), "cannot read"));
  EXPECT_EQ(ask(target, "SELECT legacy FROM public.t"), "a");
}

TEST_F(PlanFiles, ChangedOnlyInTheirBlanksStillHold) {
  planned();
  file("compact.json", nlohmann::ordered_json::parse(contents("plan.json")).dump());
  EXPECT_EQ(trueup({"show", "compact.json"}).out, as_planned_);
}

TEST_F(PlanFiles, OverwriteNothing) {
  const std::string target = planned();
  const auto again = trueup({"plan", "--from", target, "--to", "s.sql", "--out", "plan.json", "--no-proof"});
  EXPECT_EQ(again.exit_code, 4);
  EXPECT_TRUE(holds(again.err, "plan.json exists already"));
}

TEST_F(PlanFiles, HoldNoSecrets) {
  file("s.sql",
       "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;"
       "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (user 'u', password 'hush-hush');");
  file("old.sql", "");
  const auto refused = trueup({"plan", "--from", "old.sql", "--to", "s.sql", "--no-proof", "--out", "plan.json"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_TRUE(holds(refused.err, "a secret of user mapping"));
  EXPECT_FALSE(std::filesystem::exists("plan.json"));
  const auto printed = trueup({"plan", "--from", "old.sql", "--to", "s.sql", "--no-proof", "--format", "json"});
  EXPECT_EQ(printed.out.find("hush-hush"), std::string::npos);
  file("masked.json", printed.out);
  const auto masked = trueup({"apply", "masked.json", "--from", database(), "--yes"});
  EXPECT_EQ(masked.exit_code, 1);
  EXPECT_TRUE(holds(masked.err, "leaves out a secret"));
}

// What the schema says is what is written; and the schema does say something: it refuses a plan that lacks a part.
TEST_F(PlanFiles, FitTheirJsonSchema) {
  planned();
  file("secret.sql",
       "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;"
       "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (user 'u', password 'hush-hush');");
  file("old.sql", "CREATE TABLE t (id integer);");
  file("masked.json",
       trueup({"plan", "--from", "old.sql", "--to", "secret.sql", "--drop", "park", "--no-proof", "--format", "json"})
           .out);
  auto spoilt = nlohmann::ordered_json::parse(contents("plan.json"));
  spoilt["up"][0]["statements"][0].erase("sql");
  file("spoilt.json", spoilt.dump());
  const std::string validate =
      "python3 -c 'import json, sys, jsonschema; jsonschema.validate(json.load(open(sys.argv[1])), "
      "json.load(open(\"" TRUEUP_SOURCE_DIR "/docs/formats/plan.schema.json\")))' ";
  for (const char* name : {"plan.json", "masked.json"}) {
    const auto valid = shell(validate + name);
    EXPECT_EQ(valid.exit_code, 0) << valid.err;
  }
  const auto refused = shell(validate + "spoilt.json");
  EXPECT_NE(refused.exit_code, 0);
  EXPECT_TRUE(holds(refused.err, "'sql' is a required property"));
}

}  // namespace
}  // namespace trueup::cli
