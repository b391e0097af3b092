#include "ddl/sequence.h"

#include <gtest/gtest.h>

#include "ddl/support.h"

namespace trueup::ddl::test {

namespace {

Object sequence(SequenceOptions options) {
  return object(Kind::sequence, "s", Sequence{.options = std::move(options), .owned_by = {}});
}

SequenceOptions defaults(const std::string& type = "bigint", bool descending = false) {
  return default_sequence(type, descending);
}

constexpr std::string_view parameters =
    "SELECT concat_ws(' ', seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle) "
    "FROM pg_sequence WHERE seqrelid = 'public.s'::regclass";

}  // namespace

TEST(Sequence, SaysOnlyWhatIsNotImplied) {
  EXPECT_SQL("", created(sequence(defaults())), {"CREATE SEQUENCE public.s"});
  EXPECT_SQL("", created(sequence(defaults("integer"))), {"CREATE SEQUENCE public.s AS integer"});
  EXPECT_SQL("", created(sequence(defaults("smallint", true))),
             {"CREATE SEQUENCE public.s AS smallint INCREMENT BY -1"});
  SequenceOptions options = defaults();
  options.increment = 10;
  options.min_value = 100;
  options.start = 100;
  options.max_value = 900;
  options.cache = 5;
  options.cycle = true;
  EXPECT_SQL("", created(sequence(options)),
             {"CREATE SEQUENCE public.s INCREMENT BY 10 MINVALUE 100 MAXVALUE 900 CACHE 5 CYCLE"});
}

TEST(Sequence, MeansWhatTheServerImplies) {
  for (const std::string type : {"smallint", "integer", "bigint"}) {
    for (const bool descending : {false, true}) {
      const SequenceOptions options = defaults(type, descending);
      const std::string expected = type + " " + std::to_string(options.start) + " " +
                                   std::to_string(options.increment) + " " + std::to_string(options.min_value) + " " +
                                   std::to_string(options.max_value) + " 1 f";
      EXPECT_EQ(after("", created(sequence(options)), parameters), expected);
    }
  }
}

TEST(Sequence, OwnershipComesLast) {
  Object serial = sequence(defaults("integer"));
  std::get<Sequence>(serial.payload).owned_by = column_id("public", "t", "id");
  const Statements make = created(serial);
  EXPECT_SQL("CREATE TABLE t (id integer)", make,
             {"CREATE SEQUENCE public.s AS integer", "ALTER SEQUENCE public.s OWNED BY public.t.id"});
  EXPECT_EQ(make.back().needs, std::vector{column_id("public", "t", "id")});
  EXPECT_SQL("CREATE TABLE t (id serial); ALTER SEQUENCE t_id_seq RENAME TO s",
             altered(serial, sequence(defaults("integer"))), {"ALTER SEQUENCE public.s OWNED BY NONE"});
}

TEST(Sequence, DroppingLosesItsPosition) {
  const Statements drop = dropped(sequence(defaults()));
  EXPECT_SQL("CREATE SEQUENCE s", drop, {"DROP SEQUENCE public.s"});
  ASSERT_TRUE(drop.front().destroys);
  EXPECT_EQ(drop.front().destroys->hazard, "drop-sequence");
  EXPECT_EQ(drop.front().destroys->what, "sequence public.s");
}

TEST(Sequence, AllOptionsChangeInOneStatement) {
  SequenceOptions options = defaults();
  options.increment = 3;
  options.start = 7;
  options.min_value = 5;
  options.max_value = 50;
  options.cache = 2;
  options.cycle = true;
  SequenceOptions begun = defaults();
  begun.start = 6;
  EXPECT_SQL("CREATE SEQUENCE s START 6", altered(sequence(begun), sequence(options)),
             {"ALTER SEQUENCE public.s INCREMENT BY 3 MINVALUE 5 MAXVALUE 50 START WITH 7 CACHE 2 CYCLE"});
  EXPECT_SQL("CREATE SEQUENCE s CYCLE MINVALUE 5 START WITH 5", altered(sequence(options), sequence(defaults())),
             {"ALTER SEQUENCE public.s INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO "
              "CYCLE"});
}

TEST(Sequence, ItsTypeMovesBoundsOnlyWhereTheyStoodAtTheLimit) {
  EXPECT_SQL("CREATE SEQUENCE s AS integer", altered(sequence(defaults("integer")), sequence(defaults())),
             {"ALTER SEQUENCE public.s AS bigint"});
  // The desired bound is where the old type ended: it has to be said, or the server would raise it.
  SequenceOptions kept = defaults();
  kept.max_value = defaults("integer").max_value;
  const Statements keep = altered(sequence(defaults("integer")), sequence(kept));
  EXPECT_SQL("CREATE SEQUENCE s AS integer", keep, {"ALTER SEQUENCE public.s AS bigint MAXVALUE 2147483647"});
  EXPECT_EQ(after("CREATE SEQUENCE s AS integer", keep, parameters), "bigint 1 1 1 2147483647 1 f");
  SequenceOptions small = defaults("smallint");
  small.max_value = 99;
  SequenceOptions wide = defaults("integer");
  wide.max_value = 99;
  const Statements widen = altered(sequence(small), sequence(wide));
  EXPECT_SQL("CREATE SEQUENCE s AS smallint MAXVALUE 99", widen, {"ALTER SEQUENCE public.s AS integer"});
  EXPECT_EQ(after("CREATE SEQUENCE s AS smallint MAXVALUE 99", widen, parameters), "integer 1 1 1 99 1 f");
  const Statements turned = altered(sequence(defaults("integer")), sequence(defaults("bigint", true)));
  EXPECT_EQ(after("CREATE SEQUENCE s AS integer", turned, parameters),
            after("", created(sequence(defaults("bigint", true))), parameters));
}

TEST(Sequence, AnUnusedOneFollowsBoundsThatLeaveItBehind) {
  SequenceOptions later = defaults();
  later.min_value = 100;
  later.start = 100;
  const Statements move = altered(sequence(defaults()), sequence(later));
  EXPECT_SQL("CREATE SEQUENCE s", move,
             {"SELECT pg_catalog.setval('public.s', 100, false) WHERE pg_catalog.pg_sequence_last_value('public.s') IS "
              "NULL",
              "ALTER SEQUENCE public.s MINVALUE 100 START WITH 100"});
  EXPECT_EQ(after("CREATE SEQUENCE s", move, "SELECT nextval('public.s')"), "100");
  EXPECT_EQ(after("CREATE SEQUENCE s; SELECT setval('s', 500)", move, "SELECT nextval('public.s')"), "501");
  EXPECT_SQL("CREATE SEQUENCE s AS integer",
             altered(sequence(defaults("integer")), sequence(defaults("smallint", true))),
             {"ALTER SEQUENCE public.s MINVALUE -32768",
              "SELECT pg_catalog.setval('public.s', -1, false) WHERE pg_catalog.pg_sequence_last_value('public.s') IS "
              "NULL",
              "ALTER SEQUENCE public.s AS smallint INCREMENT BY -1 MAXVALUE -1 START WITH -1"});
}

TEST(Sequence, PersistenceChangesInPlaceFrom15On) {
  Object unlogged = sequence(defaults());
  std::get<Sequence>(unlogged.payload).unlogged = true;
  EXPECT_SQL("", created(unlogged), {"CREATE UNLOGGED SEQUENCE public.s"});
  EXPECT_SQL("CREATE SEQUENCE s", altered(sequence(defaults()), unlogged), {"ALTER SEQUENCE public.s SET UNLOGGED"});
  EXPECT_SQL("CREATE UNLOGGED SEQUENCE s", altered(unlogged, sequence(defaults())),
             {"ALTER SEQUENCE public.s SET LOGGED"});
}

}  // namespace trueup::ddl::test
