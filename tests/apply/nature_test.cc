#include "apply/nature.h"

#include <gtest/gtest.h>

namespace trueup::apply {
namespace {

struct Case {
  const char* sql;
  Nature nature;
  const char* name = "";
  const char* parent = "";
};

class NatureOf : public testing::TestWithParam<Case> {};

TEST_P(NatureOf, IsReadFromItsWords) {
  const Case& one = GetParam();
  const Reading reading = read(one.sql);
  EXPECT_EQ(reading.nature, one.nature) << one.sql;
  EXPECT_EQ(reading.name, one.name) << one.sql;
  EXPECT_EQ(reading.parent, one.parent) << one.sql;
}

INSTANTIATE_TEST_SUITE_P(
    All, NatureOf,
    testing::Values(
        Case{"CREATE INDEX CONCURRENTLY i ON t (a)", Nature::index_build, "i", "t"},
        Case{"create unique index concurrently if not exists \"I x\" on only s.\"T\" (a)", Nature::index_build,
             "\"I x\"", "s.\"T\""},
        Case{"-- why\nCREATE /* how */ INDEX CONCURRENTLY ON s.t (a)", Nature::index_build, "", "s.t"},
        Case{"CREATE INDEX i ON t (a)", Nature::ordinary}, Case{"CREATE TABLE concurrently (a int)", Nature::ordinary},
        Case{"DROP INDEX CONCURRENTLY IF EXISTS s.i", Nature::index_drop, "s.i"},
        Case{"DROP INDEX i", Nature::ordinary},
        Case{"REINDEX (VERBOSE) INDEX CONCURRENTLY s.i", Nature::reindex, "s.i"},
        Case{"REINDEX TABLE t", Nature::reindex, "", "t"}, Case{"REINDEX DATABASE d", Nature::reindex},
        Case{"ALTER TABLE ONLY s.p DETACH PARTITION s.q CONCURRENTLY", Nature::detach, "s.q", "s.p"},
        Case{"ALTER TABLE p DETACH PARTITION q FINALIZE", Nature::finalize, "q", "p"},
        Case{"ALTER TABLE p DETACH PARTITION q", Nature::ordinary},
        Case{"ALTER TYPE m ADD VALUE 'x'", Nature::ordinary}, Case{"ALTER SYSTEM SET a = 1", Nature::again},
        Case{"VACUUM t", Nature::again}, Case{"CALL f()", Nature::unclear}, Case{"DO $$ COMMIT $$", Nature::unclear},
        Case{"SET search_path = a", Nature::setting}, Case{"SET LOCAL search_path = a", Nature::ordinary},
        Case{"SELECT pg_catalog.set_config('search_path', '', false)", Nature::setting},
        Case{"CREATE DATABASE d", Nature::create_database, "d"},
        Case{"DROP SUBSCRIPTION s", Nature::drop_subscription, "s"}, Case{"COMMIT", Nature::transaction_control},
        Case{"begin isolation level serializable", Nature::transaction_control},
        Case{"ROLLBACK TO SAVEPOINT s", Nature::ordinary}, Case{"SAVEPOINT s", Nature::ordinary}));

TEST(Masked, HidesStringsWhereSecretsMayBe) {
  EXPECT_EQ(masked("ALTER ROLE r PASSWORD 'it''s' -- x"), "ALTER ROLE r PASSWORD '***' -- x");
  EXPECT_EQ(masked("CREATE USER MAPPING FOR u SERVER s OPTIONS (user 'u', password E'a\\'b')"),
            "CREATE USER MAPPING FOR u SERVER s OPTIONS (user '***', password '***')");
  EXPECT_EQ(masked("CREATE SUBSCRIPTION s CONNECTION $q$host=h password=p$q$ PUBLICATION p"),
            "CREATE SUBSCRIPTION s CONNECTION '***' PUBLICATION p");
  EXPECT_EQ(masked("INSERT INTO t VALUES ('password')"), "INSERT INTO t VALUES ('password')");
}

}  // namespace
}  // namespace trueup::apply
