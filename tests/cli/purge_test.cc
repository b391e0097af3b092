#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

class Purge : public Sandbox {
 protected:
  /// A database that two tables and a column were parked in.
  std::string parked() {
    const std::string target = database(
        "CREATE TABLE orders (id integer, note text); INSERT INTO orders VALUES (1, 'a');"
        "CREATE TABLE lines (id integer); CREATE TABLE kept (id integer, legacy text)");
    file("s.sql", "CREATE TABLE kept (id integer);");
    const auto applied = trueup({"apply", "--from", target, "--to", "s.sql", "--yes", "--drop=park"});
    EXPECT_EQ(applied.exit_code, 0) << applied.err;
    return target;
  }
  /// As if it had been parked long ago.
  static void age(const std::string& target, const std::string& named, const std::string& origin) {
    run(target, "COMMENT ON " + named + " IS 'trueup parked: {\"format\":1,\"origin\":\"" + origin +
                    "\",\"at\":\"2020-01-01T00:00:00Z\"}'");
  }
  static std::string place_of(const std::string& target, const std::string& table) {
    return ask(target, "SELECT oid::regclass FROM pg_class WHERE relname LIKE 'public_" + table + "_%'");
  }
};

TEST_F(Purge, ParkedIsNotDestroyedAndNeedsNoAllow) {
  const std::string target = parked();
  EXPECT_EQ(ask(target, "SELECT note FROM " + place_of(target, "orders")), "a");
  EXPECT_TRUE(holds(trueup({"plan", "--from", target, "--to", "s.sql"}).out, "Nothing to do"));
  EXPECT_EQ(trueup({"check", "--from", target, "--to", "s.sql"}).exit_code, 0);
  EXPECT_FALSE(holds(trueup({"dump", target}).out, "trueup_parked"));
}

TEST_F(Purge, RefusalsNameParkingAsAWay) {
  const std::string target = database("CREATE TABLE t (id integer)");
  file("s.sql", "");
  EXPECT_TRUE(holds(trueup({"apply", "--from", target, "--to", "s.sql", "--yes"}).err, "--drop=park"));
}

TEST_F(Purge, DropsWhatIsOldEnoughAndNothingElse) {
  const std::string target = parked();
  age(target, "TABLE " + place_of(target, "orders"), "table public.orders");
  age(target, "COLUMN public.kept.trueup_parked_legacy", "column public.kept.legacy");
  const auto purged = trueup({"purge", "--to", target, "--yes"});
  EXPECT_EQ(purged.exit_code, 0) << purged.err;
  EXPECT_TRUE(holds(purged.out, "table public.orders  parked 2020-01-01T00:00:00Z"));
  EXPECT_TRUE(holds(purged.out, "column public.kept.legacy"));
  EXPECT_TRUE(holds(purged.out, "1 more was parked since then"));
  EXPECT_EQ(place_of(target, "orders"), "");
  EXPECT_NE(place_of(target, "lines"), "");
  EXPECT_EQ(ask(target, "SELECT count(*) FROM pg_attribute WHERE attname = 'trueup_parked_legacy'"), "0");
}

TEST_F(Purge, LeavesWhatIsNotTrueups) {
  const std::string target = parked();
  run(target,
      "CREATE TABLE trueup_parked.mine (id integer); CREATE TABLE public.trueup_parked_t (trueup_parked_c integer);"
      "COMMENT ON TABLE trueup_parked.mine IS 'trueup parked: by hand'; CREATE TABLE public.other (id integer);"
      "COMMENT ON TABLE public.other IS 'trueup parked: {\"origin\":\"x\",\"at\":\"2020-01-01T00:00:00Z\"}'");
  EXPECT_EQ(trueup({"purge", "--from", target, "--older-than", "0d", "--yes"}).exit_code, 0);
  EXPECT_EQ(ask(target, "SELECT count(*) FROM pg_class WHERE relname IN ('mine', 'trueup_parked_t', 'other')"), "3");
  EXPECT_EQ(place_of(target, "lines"), "");
}

TEST_F(Purge, AsksFirst) {
  const std::string target = parked();
  const auto refused = trueup({"purge", "--from", target, "--older-than", "0d"}, "y\n");
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_TRUE(holds(refused.out, "table public.lines"));
  EXPECT_NE(place_of(target, "lines"), "");
}

TEST_F(Purge, AllOrNothing) {
  const std::string target = parked();
  run(target, "CREATE VIEW public.uses AS SELECT * FROM " + place_of(target, "orders"));
  const auto failed = trueup({"purge", "--from", target, "--older-than", "0d", "--yes"});
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_TRUE(holds(failed.err, "nothing was changed"));
  EXPECT_NE(place_of(target, "lines"), "");
}

TEST_F(Purge, SaysItInJson) {
  const std::string target = parked();
  const auto purged = trueup({"purge", "--from", target, "--older-than", "0d", "--yes", "--format", "json"});
  EXPECT_TRUE(holds(purged.out, "\"origin\": \"table public.orders\""));
  EXPECT_TRUE(holds(purged.out, "\"purged\": true"));
}

TEST_F(Purge, KnowsDurations) {
  EXPECT_EQ(trueup({"purge", "--from", "postgres://x", "--older-than", "soon"}).exit_code, 64);
  file("schema.sql", "");
  EXPECT_EQ(trueup({"purge", "--from", "schema.sql"}).exit_code, 64);
}

TEST_F(Purge, AMigrationParksAndItsWayBackBringsTheRows) {
  file("trueup.toml", "schema = \"s.sql\"\ndrop = \"park\"\n");
  file("s.sql", "CREATE TABLE orders (id integer, note text);");
  EXPECT_EQ(trueup({"generate", "-m", "one"}).exit_code, 0);
  file("s.sql", "CREATE TABLE kept (id integer);");
  const auto generated = trueup({"generate", "-m", "two"});
  EXPECT_EQ(generated.exit_code, 0) << generated.err;
  const std::string text = contents("migrations/002_two.sql");
  EXPECT_TRUE(holds(generated.err, "PARKS table public.orders"));
  EXPECT_TRUE(holds(text, "-- Destroys: nothing"));
  const auto down = text.find("-- Schema Change: Down");
  const std::string target =
      database("CREATE TABLE orders (id integer, note text); INSERT INTO orders VALUES (1, 'a')");
  run(target, text.substr(0, down));
  EXPECT_EQ(ask(target, "SELECT to_regclass('public.orders') IS NULL"), "t");
  run(target, text.substr(down));
  EXPECT_EQ(ask(target, "SELECT note FROM public.orders"), "a");
  // The migrations are replayed: the name is taken there, and the next one takes another.
  file("s.sql", "CREATE TABLE kept (id integer); CREATE TABLE orders (id integer);");
  EXPECT_EQ(trueup({"generate", "-m", "three"}).exit_code, 0);
  file("s.sql", "CREATE TABLE kept (id integer);");
  EXPECT_EQ(trueup({"generate", "-m", "four"}).exit_code, 0);
  EXPECT_TRUE(holds(contents("migrations/004_four.sql"), "_2 SET SCHEMA trueup_parked"));
}

}  // namespace
}  // namespace trueup::cli
