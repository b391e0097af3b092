#include "plan/parking.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "introspect/parked.h"
#include "model/parked.h"
#include "verify/load.h"
#include "verify/prove.h"
#include "verify/read_back.h"
#include "verify/run_plan.h"
#include "verify/shared_scratch.h"

namespace trueup::verify {
namespace {

/// A database with rows in it, and what plans that park make of it.
class ParkingTest : public ::testing::Test {
 protected:
  void holds(const std::string& sql) {
    site_.emplace(new_site());
    run(sql);
  }

  void run(const std::string& sql) {
    Result<Loaded> loaded = load(*site_, {{"state.sql", sql}}, Scope::everything);
    ASSERT_TRUE(loaded.ok());
    for (const Diagnostic& failed : loaded->failed) ADD_FAILURE() << to_string(failed);
  }

  static Site new_site() {
    Result<Site> site = Site::make(shared_scratch(), {});
    EXPECT_TRUE(site.ok()) << site.error().message;
    return std::move(*site);
  }

  static Catalog state_of(const std::string& sql) {
    Site site = new_site();
    Result<Loaded> loaded = load(site, {{"state.sql", sql}}, Scope::schema);
    EXPECT_TRUE(loaded.ok() && loaded->failed.empty());
    return read(site);
  }

  static Catalog read(Site& site) {
    Result<Catalog> catalog = read_back(site);
    EXPECT_TRUE(catalog.ok()) << catalog.error().message;
    return std::move(*catalog);
  }

  struct Ways {
    Catalog from;
    Catalog to;
    plan::Parking parking;
    plan::Plan up;
    plan::Plan down;
  };

  /// From what the database holds to `sql`.
  Ways ways_to(const std::string& sql) {
    Ways ways{.from = read(*site_), .to = state_of(sql), .parking = {}, .up = {}, .down = {}};
    const diff::Difference difference = diff::compare(ways.from, ways.to);
    ways.parking = plan::park(ways.from, ways.to, difference, taken());
    Result<plan::Plan> up = plan::make(ways.from, ways.to, difference, ways.parking);
    Result<plan::Plan> down = plan::make(ways.to, ways.from, diff::compare(ways.to, ways.from), ways.parking);
    EXPECT_TRUE(up.ok() && down.ok());
    ways.up = std::move(*up);
    ways.down = std::move(*down);
    return ways;
  }

  std::set<ObjectId> taken() {
    Result<std::set<ObjectId>> parked = introspect::read_parked(site_->superuser());
    EXPECT_TRUE(parked.ok());
    return *parked;
  }

  /// Why the plan failed; "" where it did not.
  std::string go(const plan::Plan& plan) {
    Result<std::optional<FailedStep>> failed = run_plan(*site_, plan);
    EXPECT_TRUE(failed.ok());
    return *failed ? (*failed)->message : "";
  }

  std::string ask(const std::string& sql) {
    Result<db::Rows> rows = site_->superuser().run(sql);
    EXPECT_TRUE(rows.ok()) << rows.error().message;
    return rows && !rows->empty() ? rows->text(0, 0) : "";
  }

  std::optional<Site> site_;
};

constexpr const char* orders =
    "CREATE TABLE orders (id serial PRIMARY KEY, note text); CREATE TABLE kept (id integer, legacy text NOT NULL); "
    "INSERT INTO orders (note) VALUES ('a'), ('b'); INSERT INTO kept VALUES (1, 'x');";
constexpr const char* without = "CREATE TABLE kept (id integer);";

TEST_F(ParkingTest, RowsComeBackAndNothingIsDestroyed) {
  holds(orders);
  const Ways ways = ways_to(without);
  EXPECT_TRUE(ways.up.destructions().empty());
  EXPECT_EQ(ways.parking.places.size(), 3);
  EXPECT_EQ(go(ways.up), "");
  EXPECT_TRUE(diff::compare(read(*site_), ways.to).empty());
  EXPECT_EQ(ask("SELECT obj_description('trueup_parked." + ways.parking.places.at(table_id("public", "orders")).name +
                "'::regclass)::text LIKE 'trueup parked: {%\"origin\" : \"table public.orders\"%'"),
            "t");
  EXPECT_EQ(go(ways.down), "");
  EXPECT_TRUE(diff::compare(read(*site_), ways.from).empty());
  EXPECT_EQ(ask("SELECT string_agg(id || note, ',' ORDER BY id) FROM public.orders"), "1a,2b");
  EXPECT_EQ(ask("SELECT legacy FROM public.kept"), "x");
  EXPECT_EQ(ask("SELECT nextval('public.orders_id_seq')"), "3");
}

TEST_F(ParkingTest, TheWayBackNamesWhatWasPurgedBeforeItChangesAnything) {
  holds(orders);
  const Ways ways = ways_to(without);
  EXPECT_EQ(go(ways.up), "");
  ask("DROP TABLE trueup_parked." + ways.parking.places.at(table_id("public", "orders")).name);
  ask("ALTER TABLE public.kept DROP COLUMN trueup_parked_legacy");
  const std::string why = go(ways.down);
  EXPECT_NE(why.find("what was parked is gone: "), std::string::npos) << why;
  EXPECT_NE(why.find("table public.orders"), std::string::npos) << why;
  EXPECT_NE(why.find("column public.kept.legacy"), std::string::npos) << why;
  EXPECT_EQ(why.find("sequence"), std::string::npos) << why;
  EXPECT_TRUE(diff::compare(read(*site_), ways.to).empty());
}

TEST_F(ParkingTest, AForeignCommentIsNotWhatWasParked) {
  holds(orders);
  const Ways ways = ways_to(without);
  EXPECT_EQ(go(ways.up), "");
  ask("COMMENT ON COLUMN public.kept.trueup_parked_legacy IS 'mine now'");
  EXPECT_NE(go(ways.down).find("column public.kept.legacy"), std::string::npos);
}

TEST_F(ParkingTest, TheWayBackAsksForValuesOfRowsThatCameIn) {
  holds(orders);
  const Ways ways = ways_to(without);
  EXPECT_EQ(go(ways.up), "");
  ask("INSERT INTO public.kept VALUES (2)");
  const std::string why = go(ways.down);
  EXPECT_NE(why.find("column public.kept.legacy takes no NULL"), std::string::npos) << why;
  EXPECT_TRUE(diff::compare(read(*site_), ways.to).empty());
  ask("UPDATE public.kept SET trueup_parked_legacy = 'y' WHERE trueup_parked_legacy IS NULL");
  EXPECT_EQ(go(ways.down), "");
  EXPECT_EQ(ask("SELECT string_agg(legacy, ',' ORDER BY id) FROM public.kept"), "x,y");
}

TEST_F(ParkingTest, ADefaultThatMayStayGivesNewRowsTheirValue) {
  holds(
      "CREATE TABLE t (id integer, kind text DEFAULT 'plain' NOT NULL, n integer GENERATED ALWAYS AS IDENTITY); "
      "INSERT INTO t VALUES (1, 'old');");
  const Ways ways = ways_to("CREATE TABLE t (id integer);");
  EXPECT_TRUE(ways.parking.said.empty());
  EXPECT_EQ(go(ways.up), "");
  ask("INSERT INTO public.t (id) VALUES (2)");
  EXPECT_EQ(go(ways.down), "");
  EXPECT_EQ(ask("SELECT string_agg(kind || n, ',' ORDER BY id) FROM public.t"), "old1,plain2");
}

TEST_F(ParkingTest, ParkedTwiceBothComeBackInTurn) {
  holds(orders);
  const Ways first = ways_to(without);
  EXPECT_EQ(go(first.up), "");
  run("CREATE TABLE orders (id serial PRIMARY KEY, note text); INSERT INTO orders (note) VALUES ('new');"
      "ALTER TABLE kept ADD COLUMN legacy integer; UPDATE kept SET legacy = 7;");
  const Ways second = ways_to(without);
  for (const auto& [id, place] : second.parking.places) EXPECT_NE(place, first.parking.places.at(id));
  EXPECT_EQ(go(second.up), "");
  EXPECT_TRUE(diff::compare(read(*site_), second.to).empty());
  EXPECT_EQ(go(second.down), "");
  EXPECT_EQ(ask("SELECT note || legacy FROM public.orders, public.kept"), "new7");
  ask("DROP TABLE public.orders; ALTER TABLE public.kept DROP COLUMN legacy");
  EXPECT_EQ(go(first.down), "");
  EXPECT_EQ(ask("SELECT string_agg(note || legacy, ',' ORDER BY note) FROM public.orders, public.kept"), "ax,bx");
}

TEST_F(ParkingTest, LaterPlansWorkOnATableWithAParkedColumn) {
  holds("CREATE TABLE t (id integer, legacy text, n integer); INSERT INTO t VALUES (1, 'x', 2);");
  EXPECT_EQ(go(ways_to("CREATE TABLE t (id integer, n integer);").up), "");
  EXPECT_EQ(go(ways_to("CREATE TABLE t (id bigint PRIMARY KEY, n text); CREATE VIEW v AS SELECT * FROM t;").up), "");
  EXPECT_EQ(
      ask("SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute WHERE attrelid = 'public.v'::regclass"),
      "id,n");
  const Ways gone = ways_to("");
  EXPECT_EQ(go(gone.up), "");
  EXPECT_EQ(go(gone.down), "");
  EXPECT_EQ(ask("SELECT trueup_parked_legacy FROM public.t"), "x");
}

TEST_F(ParkingTest, TheProofSeesWhenParkedRowsDoNotComeBack) {
  holds(orders);
  Ways ways = ways_to(without);
  const auto prove_it = [&] {
    Result<Proof> proof = prove({.from = ways.from,
                                 .to = ways.to,
                                 .up = ways.up,
                                 .down = ways.down,
                                 .desired = {{"new.sql", without}},
                                 .parked = ways.parking.ids(),
                                 .seeds = {},
                                 .narrow = {}},
                                shared_scratch());
    EXPECT_TRUE(proof.ok());
    return proof && proof->ok;
  };
  EXPECT_TRUE(prove_it());
  const std::string place = sql_name(ways.parking.places.at(table_id("public", "orders")));
  ways.up.segments.back().steps.push_back({.subject = table_id("public", "orders"),
                                           .change = diff::Change::alter,
                                           .statement = {.sql = "DELETE FROM " + place}});
  EXPECT_FALSE(prove_it());
  ways.up.segments.back().steps.back().statement.sql = "UPDATE public.kept SET trueup_parked_legacy = 'other'";
  EXPECT_FALSE(prove_it());
  ways.up.segments.back().steps.back().statement.sql =
      "SELECT pg_catalog.nextval('" +
      sql_name(ways.parking.places.at({Kind::sequence, "public", "", "orders_id_seq", ""})) + "')";
  EXPECT_FALSE(prove_it());
}

TEST(ParkedName, IsMadeOfItsOriginWithin63Bytes) {
  const ObjectId orders = table_id("public", "orders");
  const ObjectId place = parked_id(orders, {});
  EXPECT_EQ(place.schema, "trueup_parked");
  EXPECT_TRUE(place.name.starts_with("public_orders_"));
  EXPECT_EQ(place, parked_id(orders, {}));
  EXPECT_EQ(parked_id(orders, {place}).name, place.name + "_2");
  EXPECT_NE(parked_id(table_id("a_b", "c"), {}), parked_id(table_id("a", "b_c"), {}));
  std::string longest;
  while (longest.size() < 62) longest += "ü";
  const std::string cut = parked_id(table_id("s", longest), {}).name;
  EXPECT_LE(cut.size(), 63);
  EXPECT_TRUE(cut.substr(0, cut.rfind('_')).ends_with("ü"));
  EXPECT_LE(parked_id(column_id("s", "t", longest), {}).name.size(), 63);
  EXPECT_NE(parked_id(column_id("s", "t", longest), {}), parked_id(column_id("s", "t", longest + "x"), {}));
  EXPECT_EQ(parked_id(column_id("s", "t", "c"), {}).name, "trueup_parked_c");
}

}  // namespace
}  // namespace trueup::verify
