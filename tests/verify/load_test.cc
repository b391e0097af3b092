#include "verify/load.h"

#include <gtest/gtest.h>

#include "verify/foreign_keys.h"
#include "verify/read_back.h"
#include "verify/shared_scratch.h"

namespace trueup::verify {
namespace {

Site make_site(const std::string& acting = {}) {
  Result<Site> site = Site::make(shared_scratch(), acting);
  EXPECT_TRUE(site.ok()) << site.error().message;
  return std::move(*site);
}

Loaded load_all(Site& site, const std::vector<parse::Script>& scripts, Scope scope = Scope::schema) {
  Result<Loaded> loaded = load(site, scripts, scope);
  EXPECT_TRUE(loaded.ok()) << loaded.error().message;
  return loaded ? *loaded : Loaded{};
}

std::string question(Site& site, const std::string& query) {
  Result<db::Rows> rows = site.superuser().run(query);
  return rows ? rows->text(0, 0) : rows.error().message;
}

std::string first_failure(const Loaded& loaded) {
  return loaded.failed.empty() ? "" : to_string(loaded.failed.front());
}

TEST(Load, FilesComeInAnyOrder) {
  Site site = make_site();
  const Loaded loaded = load_all(site, {{"a.sql", "CREATE VIEW v AS SELECT id FROM t; COMMENT ON VIEW v IS 'x';"},
                                        {"b.sql", "CREATE TABLE t (id m PRIMARY KEY);"},
                                        {"c.sql", "CREATE DOMAIN m AS int;"}});
  EXPECT_EQ(first_failure(loaded), "");
  EXPECT_EQ(question(site, "SELECT obj_description('public.v'::regclass)"), "x");
}

TEST(Load, TablesThatReferenceEachOtherInline) {
  Site site = make_site();
  const Loaded loaded = load_all(
      site, {{"a.sql", "CREATE TABLE a (id int PRIMARY KEY, b int CONSTRAINT to_b REFERENCES b DEFERRABLE NOT NULL);"},
             {"b.sql", "CREATE TABLE b (id int PRIMARY KEY, a int, FOREIGN KEY (a) REFERENCES a ON DELETE CASCADE);"}});
  EXPECT_EQ(first_failure(loaded), "");
  EXPECT_EQ(question(site,
                     "SELECT string_agg(conname || ' ' || pg_get_constraintdef(oid), '; ' ORDER BY conname) FROM "
                     "pg_constraint WHERE contype = 'f'"),
            "b_a_fkey FOREIGN KEY (a) REFERENCES public.a(id) ON DELETE CASCADE; "
            "to_b FOREIGN KEY (b) REFERENCES public.b(id) DEFERRABLE");
}

TEST(Load, SearchPathEndsWithItsFile) {
  Site site = make_site();
  const Loaded loaded = load_all(site, {{"a.sql", "CREATE SCHEMA s; SET search_path = s; CREATE TABLE t (id int);"},
                                        {"b.sql", "CREATE TABLE u (id int);"}});
  EXPECT_EQ(first_failure(loaded), "");
  EXPECT_EQ(question(site, "SELECT relnamespace::regnamespace FROM pg_class WHERE relname = 'u'"), "public");
  EXPECT_EQ(question(site, "SELECT relnamespace::regnamespace FROM pg_class WHERE relname = 't'"), "s");
}

TEST(Load, NamesWhatFailsAndWhatIsLeftOut) {
  Site site = make_site();
  const Loaded loaded = load_all(
      site, {{"a.sql", "INSERT INTO t VALUES (1);\nCREATE TABLE u (x nowhere.such);\nCREATE TABLE t (id int);"}});
  ASSERT_EQ(loaded.failed.size(), 1u);
  EXPECT_EQ(loaded.failed[0].where.line, 2);
  ASSERT_EQ(loaded.left_out.size(), 1u);
  EXPECT_EQ(loaded.left_out[0].where.line, 1);
  EXPECT_EQ(question(site, "SELECT count(*) FROM pg_class WHERE relname = 't'"), "1");
}

TEST(Load, CodeRunsOnlyWhenAskedFor) {
  const parse::Script script{"a.sql", "DO $$ BEGIN CREATE TABLE made (id int); END $$;"};
  Site without = make_site();
  (void)load_all(without, {script});
  EXPECT_EQ(question(without, "SELECT count(*) FROM pg_class WHERE relname = 'made'"), "0");
  Site with = make_site();
  (void)load_all(with, {script}, Scope::everything);
  EXPECT_EQ(question(with, "SELECT count(*) FROM pg_class WHERE relname = 'made'"), "1");
}

TEST(Load, RolesAreMadeAndGoWithTheSite) {
  {
    Site site = make_site("app");
    const Loaded loaded = load_all(
        site,
        {{"a.sql",
          "CREATE ROLE made LOGIN; CREATE TABLE t (id int); ALTER TABLE t OWNER TO bob; GRANT SELECT ON t TO carol;"
          "CREATE POLICY p ON t TO dave USING (true); CREATE TABLE u (id int); CREATE SCHEMA s AUTHORIZATION erin;"
          "ALTER TABLE t ADD COLUMN x int; GRANT made TO bob; CREATE EXTENSION hstore; COMMENT ON SCHEMA public IS "
          "'c'"}});
    EXPECT_EQ(first_failure(loaded), "");
    EXPECT_EQ(question(site, "SELECT relowner::regrole FROM pg_class WHERE relname = 't'"), "bob");
    EXPECT_EQ(question(site, "SELECT relowner::regrole FROM pg_class WHERE relname = 'u'"), "app");
    EXPECT_EQ(question(site, "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'made'"), "t");
    EXPECT_EQ(question(site, "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'dave'"), "f");
  }
  Site site = make_site();
  EXPECT_EQ(question(site, "SELECT count(*) FROM pg_roles WHERE rolname IN ('app', 'bob', 'made', 'dave', 'erin')"),
            "0");
}

// Each of these would let the schema's author run a program on this machine.
TEST(Load, NobodyGetsASuperusersRights) {
  const char* attempts[] = {
      "CREATE ROLE evil SUPERUSER; GRANT evil TO bob;",
      "GRANT pg_execute_server_program TO bob;",
      "CREATE ROLE bob IN ROLE pg_execute_server_program;",
      "ALTER ROLE trueup_user SUPERUSER;",
      "GRANT trueup_superuser TO bob;",
      "CREATE TABLE t (id int); ALTER TABLE t OWNER TO trueup_superuser;",
      "CREATE FUNCTION f() RETURNS int LANGUAGE c AS '/tmp/evil.so', 'f';",
      "CREATE FUNCTION f() RETURNS int LANGUAGE c AS '$libdir/../../tmp/evil', 'f';",
      "CREATE ROLE s; CREATE ROLE m; GRANT s TO m; ALTER ROLE s SUPERUSER;",
      "CREATE ROLE s SUPERUSER; CREATE FUNCTION g() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'; ALTER "
      "FUNCTION "
      "g() OWNER TO s;",
      "SET SESSION AUTHORIZATION trueup_superuser; CREATE ROLE x SUPERUSER LOGIN IN ROLE trueup_superuser;",
      "DO $$ BEGIN EXECUTE $x$COPY (SELECT 1) TO PROGRAM 'true'$x$; END $$;",
  };
  for (const char* attempt : attempts) {
    Site site = make_site();
    const Loaded loaded = load_all(site, {{"a.sql", attempt}}, Scope::everything);
    EXPECT_FALSE(loaded.failed.empty() && loaded.left_out.empty()) << attempt;
    EXPECT_EQ(question(site,
                       "SELECT count(*) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid WHERE "
                       "r.rolsuper OR r.rolname ~ '^pg_.*program'"),
              "0")
        << attempt;
  }
}

// An event trigger runs its function as whoever runs the statement: the superuser, for some kinds.
TEST(Load, EventTriggersNeverFire) {
  Site site = make_site();
  const Loaded loaded = load_all(
      site,
      {{"a.sql",
        "CREATE TABLE fired (by text); GRANT INSERT ON fired TO PUBLIC; CREATE FUNCTION e() RETURNS event_trigger "
        "LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.fired VALUES (current_user); END'; CREATE EVENT TRIGGER t ON "
        "ddl_command_start EXECUTE FUNCTION e(); ALTER EVENT TRIGGER t ENABLE ALWAYS; CREATE EXTENSION hstore; CREATE "
        "TABLE more (id int);"}},
      Scope::everything);
  EXPECT_TRUE(loaded.failed.empty());
  EXPECT_EQ(question(site, "SELECT count(*) FROM public.fired"), "0");
  EXPECT_EQ(question(site, "SELECT evtenabled FROM pg_event_trigger"), "D");
  const Result<Catalog> catalog = read_back(site);
  ASSERT_TRUE(catalog);
  const Object* trigger = catalog->find({.kind = Kind::event_trigger, .name = "t"});
  ASSERT_NE(trigger, nullptr);
  EXPECT_EQ(std::get<EventTrigger>(trigger->payload).enabled, "always");
  EXPECT_EQ(trigger->owner, catalog->current_user);
}

TEST(Load, ARoleCanBecomeASuperuserAndBack) {
  Site site = make_site();
  const Loaded loaded =
      load_all(site, {{"a.sql",
                       "CREATE ROLE s; ALTER ROLE s SUPERUSER; ALTER ROLE s NOSUPERUSER; CREATE TABLE t (id int);"
                       "ALTER TABLE t OWNER TO s; ALTER TABLE t ADD COLUMN x int"}});
  EXPECT_EQ(first_failure(loaded), "");
}

TEST(ForeignKeys, AreSplitOff) {
  const auto split = split_off_foreign_keys(
      "CREATE TABLE s.t (a int REFERENCES u DEFERRABLE INITIALLY DEFERRED NOT NULL, b int, CONSTRAINT k FOREIGN KEY "
      "(a, b) "
      "REFERENCES s.v (x, y) MATCH FULL ON DELETE SET NULL, CHECK (b > 0))");
  ASSERT_TRUE(split.has_value());
  EXPECT_EQ(split->table, "CREATE TABLE s.t (a int NOT NULL, b int, CHECK (b > 0))");
  ASSERT_EQ(split->foreign_keys.size(), 2u);
  EXPECT_EQ(split->foreign_keys[0], "ALTER TABLE s.t ADD FOREIGN KEY (a) REFERENCES u DEFERRABLE INITIALLY DEFERRED");
  EXPECT_EQ(split->foreign_keys[1],
            "ALTER TABLE s.t ADD CONSTRAINT k FOREIGN KEY (a, b) REFERENCES s.v (x, y) MATCH FULL ON DELETE SET NULL");
  EXPECT_FALSE(split_off_foreign_keys("CREATE TABLE t (a int)").has_value());
}

}  // namespace
}  // namespace trueup::verify
