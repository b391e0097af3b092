#include "introspect/read.h"

#include <algorithm>

#include "introspect/support.h"

namespace trueup::introspect {
namespace {

TEST(Read, KnowsItsServer) {
  const Catalog catalog = read_after("SELECT 1");
  EXPECT_EQ(catalog.server_version, scratch().server_version());
  EXPECT_EQ(catalog.server_version_text, scratch().version_text());
  EXPECT_FALSE(catalog.current_user.empty());
  EXPECT_TRUE(catalog.diagnostics.empty()) << to_string(catalog.diagnostics.front());
  EXPECT_TRUE(catalog.extension_members.empty());
}

TEST(Read, LeavesTheTransactionAndTheDatabaseAsTheyWere) {
  Result<db::Connection> connection = db::Connection::open(scratch().superuser_target("template1"));
  ASSERT_TRUE(connection.ok());
  ASSERT_TRUE(read(*connection).ok());
  EXPECT_EQ(connection->run("SELECT current_setting('transaction_read_only')")->text(0, 0), "off");
  ASSERT_TRUE(read(*connection).ok());
}

TEST(Read, ExtensionsAreKnownTheirMembersAreNot) {
  const Catalog catalog = read_after(
      "CREATE SCHEMA ext; CREATE EXTENSION citext SCHEMA ext; CREATE TABLE public.t (a ext.citext PRIMARY KEY)");
  const auto& extension = get<Extension>(catalog, "extension citext");
  EXPECT_EQ(extension.schema, "ext");
  EXPECT_FALSE(extension.version.empty());
  EXPECT_FALSE(has(catalog, "extension plpgsql"));
  EXPECT_EQ(diagnosed(catalog, "not-managed"), "");
  const auto member = [&](std::string_view id) {
    const auto it = std::find_if(catalog.extension_members.begin(), catalog.extension_members.end(),
                                 [&](const ExtensionMember& each) { return to_string(each.id) == id; });
    return it == catalog.extension_members.end() ? "none" : it->extension + ":" + it->result;
  };
  EXPECT_EQ(member("domain ext.citext"), "citext:");
  EXPECT_EQ(member("function ext.citext_eq(ext.citext,ext.citext)"), "citext:boolean");
  EXPECT_FALSE(has(catalog, "function ext.citext_eq(ext.citext,ext.citext)"));
  EXPECT_EQ(get<Column>(catalog, "column public.t.a").type, "ext.citext");
  EXPECT_EQ(references(catalog, "column public.t.a"), "extension citext");
}

TEST(Read, LeavesOutWhatIsNoPartOfTheState) {
  const Catalog catalog = read_after(
      "CREATE SCHEMA trueup; CREATE TABLE trueup.journal (); CREATE SCHEMA trueup_parked; CREATE TABLE trueup_parked.x "
      "();"
      "CREATE SCHEMA sqitch; CREATE TABLE sqitch.changes (); CREATE TEMP TABLE passing (a int); CREATE TEMP VIEW pv AS "
      "SELECT 1;"
      "CREATE TABLE public.kept ()");
  std::string found;
  for (const auto& [id, each] : catalog.objects)
    if (id.kind != Kind::role && id.kind != Kind::membership) found += to_string(id) + "\n";
  EXPECT_EQ(found, "schema public\ntable public.kept\n");
}

TEST(Read, NamesWhatIsNotManaged) {
  const Catalog catalog = read_after(
      "CREATE SCHEMA s; CREATE TABLE s.t (a int, b int);"
      "CREATE ACCESS METHOD am2 TYPE TABLE HANDLER "
      "heap_tableam_handler;"
      "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''5MB''', current_database()); END $$");
  const std::string named = diagnosed(catalog, "not-managed");
  for (const std::string_view what : {"access method am2", "setting of the database work_mem=5MB"})
    EXPECT_NE(named.find(what), std::string::npos) << what << " is not among\n" << named;
  // One line each: nothing is named twice, nothing besides.
  EXPECT_EQ(std::count(named.begin(), named.end(), '\n'), 2) << named;
}

TEST(Read, FailsWhenACatalogMayNotBeRead) {
  const std::string database = *scratch().create_database();
  {
    db::Connection admin = std::move(*db::Connection::open(scratch().superuser_target(database)));
    ASSERT_TRUE(admin.run("REVOKE SELECT ON pg_catalog.pg_constraint FROM PUBLIC").ok());
    db::Connection user = std::move(*db::Connection::open(scratch().user_target(database)));
    const Result<Catalog> catalog = read(user);
    ASSERT_FALSE(catalog.ok());
    EXPECT_NE(catalog.error().message.find("pg_constraint"), std::string::npos) << catalog.error().message;
    EXPECT_FALSE(catalog.error().hint.empty());
    EXPECT_TRUE(user.run("SELECT 1").ok());  // no broken transaction is left behind
  }
  ASSERT_TRUE(scratch().drop_database(database).ok());
}

TEST(Read, AnyLoginSeesTheSame) {
  const std::string database = *scratch().create_database();
  {
    db::Connection admin = std::move(*db::Connection::open(scratch().superuser_target(database)));
    ASSERT_TRUE(admin
                    .run("CREATE SCHEMA hidden; CREATE TABLE hidden.t (id serial PRIMARY KEY, a int DEFAULT 5);"
                         "CREATE VIEW hidden.v AS SELECT a FROM hidden.t; REVOKE ALL ON SCHEMA hidden FROM PUBLIC")
                    .ok());
    db::Connection user = std::move(*db::Connection::open(scratch().user_target(database)));
    const Result<Catalog> as_admin = read(admin);
    const Result<Catalog> as_user = read(user);
    ASSERT_TRUE(as_admin.ok() && as_user.ok());
    ASSERT_EQ(as_admin->objects.size(), as_user->objects.size());
    EXPECT_EQ(get<Column>(*as_user, "column hidden.t.a").default_value.text, "5");
    EXPECT_EQ(get<Sequence>(*as_user, "sequence hidden.t_id_seq").options.type, "integer");
  }
  ASSERT_TRUE(scratch().drop_database(database).ok());
}

}  // namespace
}  // namespace trueup::introspect
