#include <gtest/gtest.h>

#include "ddl/support.h"

namespace trueup::ddl::test {

namespace {

Object role(Role payload) { return object(Kind::role, "Ann", std::move(payload)); }

Role full_role() {
  Role full;
  full.superuser = full.create_db = full.create_role = full.login = full.replication = full.bypass_rls = true;
  full.inherit = false;
  full.connection_limit = 5;
  full.valid_until = "2030-01-01 00:00:00+00";
  full.settings = {{"search_path", "'app', 'public'"}, {"statement_timeout", "'5s'"}};
  return full;
}

}  // namespace

TEST(Role, IsMadeWithoutAPassword) {
  EXPECT_SQL("", created(role({})), {"CREATE ROLE \"Ann\""});
  Object made = role(full_role());
  made.comment = "who";
  EXPECT_SQL("", created(made),
             {"CREATE ROLE \"Ann\" SUPERUSER CREATEDB CREATEROLE NOINHERIT LOGIN REPLICATION BYPASSRLS CONNECTION "
              "LIMIT 5 VALID UNTIL '2030-01-01 00:00:00+00'",
              "ALTER ROLE \"Ann\" SET search_path TO 'app', 'public'",
              "ALTER ROLE \"Ann\" SET statement_timeout TO '5s'", "COMMENT ON ROLE \"Ann\" IS 'who'"});
  EXPECT_SQL("CREATE ROLE \"Ann\"", dropped(made), {"DROP ROLE \"Ann\""});
}

TEST(Role, OptionsChangeInOneStatement) {
  Role now;
  now.settings = {{"statement_timeout", "'9s'"}};
  EXPECT_SQL("CREATE ROLE \"Ann\" LOGIN", altered(role(full_role()), role(now)),
             {"ALTER ROLE \"Ann\" NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT NOLOGIN NOREPLICATION NOBYPASSRLS "
              "CONNECTION LIMIT -1 VALID UNTIL 'infinity'",
              "ALTER ROLE \"Ann\" RESET search_path", "ALTER ROLE \"Ann\" SET statement_timeout TO '9s'"});
}

TEST(Membership, IsMadeChangedAndTakenBack) {
  const auto membership = [](bool admin) {
    Object made = object(Kind::membership, "Ann", Membership{.admin = admin});
    made.id.parent = "staff";
    return made;
  };
  const std::string_view setup = "CREATE ROLE staff; CREATE ROLE \"Ann\"";
  EXPECT_SQL(setup, created(membership(false)), {"GRANT staff TO \"Ann\""});
  EXPECT_SQL(setup, created(membership(true)), {"GRANT staff TO \"Ann\" WITH ADMIN OPTION"});
  EXPECT_SQL(setup, altered(membership(false), membership(true)), {"GRANT staff TO \"Ann\" WITH ADMIN OPTION"});
  EXPECT_SQL("CREATE ROLE staff; CREATE ROLE \"Ann\"; GRANT staff TO \"Ann\" WITH ADMIN OPTION",
             altered(membership(true), membership(false)), {"REVOKE ADMIN OPTION FOR staff FROM \"Ann\""});
  EXPECT_SQL(setup, dropped(membership(true)), {"REVOKE staff FROM \"Ann\""});
}

TEST(Schema, IsMadeAndDropped) {
  Object schema = object(Kind::schema, "app");
  schema.comment = "all of it";
  schema.acl.grants = {{"", "USAGE"}};
  EXPECT_SQL("", created(schema),
             {"CREATE SCHEMA app", "GRANT USAGE ON SCHEMA app TO PUBLIC", "COMMENT ON SCHEMA app IS 'all of it'"});
  EXPECT_SQL("CREATE SCHEMA app", dropped(schema), {"DROP SCHEMA app"});
}

TEST(Extension, IsMadeMovedUpdatedAndDropped) {
  Object old = object(Kind::extension, "plpgsql", Extension{.schema = "pg_catalog", .version = "1.0"});
  old.comment = "language";
  EXPECT_SQL(
      "DROP EXTENSION plpgsql", created(old),
      {"CREATE EXTENSION plpgsql WITH SCHEMA pg_catalog VERSION '1.0'", "COMMENT ON EXTENSION plpgsql IS 'language'"});
  EXPECT_SQL("DROP EXTENSION plpgsql", created(object(Kind::extension, "plpgsql", Extension{})),
             {"CREATE EXTENSION plpgsql"});
  const Object hyphen = object(Kind::extension, "uuid-ossp", Extension{.schema = "a", .version = "1.0"});
  const Object moved = object(Kind::extension, "uuid-ossp", Extension{.schema = "b", .version = "1.1"});
  EXPECT_EQ(texts(altered(hyphen, moved)),
            (Texts{"ALTER EXTENSION \"uuid-ossp\" SET SCHEMA b", "ALTER EXTENSION \"uuid-ossp\" UPDATE TO '1.1'"}));
  EXPECT_TRUE(altered(hyphen, object(Kind::extension, "uuid-ossp", Extension{})).empty());
  EXPECT_SQL("", dropped(old), {"DROP EXTENSION plpgsql"});
}

}  // namespace trueup::ddl::test
