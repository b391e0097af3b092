#include "verify/prove.h"

#include <gtest/gtest.h>

#include "verify/load.h"
#include "verify/read_back.h"
#include "verify/shared_scratch.h"

namespace trueup::verify {
namespace {

/// A state as a server holds it that has run `sql`.
Catalog state_of(const std::string& sql, db::Scratch& scratch = shared_scratch(), const std::string& acting = {}) {
  Result<Site> site = Site::make(scratch, acting);
  EXPECT_TRUE(site.ok()) << site.error().message;
  Result<Loaded> loaded = load(*site, {{"state.sql", sql}}, Scope::schema);
  EXPECT_TRUE(loaded.ok());
  for (const Diagnostic& failed : loaded->failed) ADD_FAILURE() << to_string(failed);
  Result<Catalog> catalog = read_back(*site);
  EXPECT_TRUE(catalog.ok()) << catalog.error().message;
  return std::move(*catalog);
}

std::string in_words(const Proof& proof) {
  std::string text;
  for (const Failure& failure : proof.failures)
    text += failure.what + "\n  " + failure.statement + "\n  " + failure.message + "\n";
  for (const std::string& table : proof.not_seeded) text += "not seeded: " + table + "\n";
  for (const std::string& note : proof.notes) text += "note: " + note + "\n";
  return text;
}

struct Ends {
  Catalog from;
  Catalog to;
  plan::Plan up;
  plan::Plan down;
};

Ends ends_of(const std::string& old_sql, const std::string& new_sql) {
  Ends ends{.from = state_of(old_sql), .to = state_of(new_sql), .up = {}, .down = {}};
  Result<plan::Plan> up = plan::make(ends.from, ends.to);
  Result<plan::Plan> down = plan::make(ends.to, ends.from);
  EXPECT_TRUE(up.ok() && down.ok());
  if (up && down) {
    ends.up = std::move(*up);
    ends.down = std::move(*down);
  }
  return ends;
}

Proof proof_of(const Ends& ends, const std::string& desired) {
  Result<Proof> proof = prove({.from = ends.from,
                               .to = ends.to,
                               .up = ends.up,
                               .down = ends.down,
                               .desired = {{"new.sql", desired}},
                               .seeds = {},
                               .narrow = {}},
                              shared_scratch());
  EXPECT_TRUE(proof.ok()) << proof.error().message;
  return proof ? std::move(*proof) : Proof{};
}

Proof proof_of(const std::string& old_sql, const std::string& new_sql) {
  return proof_of(ends_of(old_sql, new_sql), new_sql);
}

constexpr const char* shop =
    "CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE DOMAIN price AS numeric(10,2) CHECK (VALUE > 0);"
    "CREATE TABLE carts (id serial PRIMARY KEY, code varchar(20) NOT NULL UNIQUE, m mood NOT NULL DEFAULT 'sad', p "
    "price);"
    "CREATE TABLE items (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, cart_id int NOT NULL REFERENCES carts, "
    "quantity int NOT NULL CHECK (quantity BETWEEN 5 AND 9), status text CHECK (status IN ('open', 'closed')), at "
    "timestamptz "
    "DEFAULT now(), tags text[], doc jsonb);"
    "CREATE VIEW open_items AS SELECT * FROM items WHERE status = 'open';";

TEST(Prove, NothingToDoIsProven) {
  const Proof proof = proof_of(shop, shop);
  EXPECT_TRUE(proof.ok) << in_words(proof);
  EXPECT_EQ(proof.tables_seeded, 2);
  EXPECT_EQ(proof.tables_total, 2);
  EXPECT_EQ(proof.server, shared_scratch().version_text());
}

TEST(Prove, AColumnComesAndGoes) {
  const std::string next =
      std::string(shop) + "ALTER TABLE carts ADD COLUMN note text; CREATE INDEX ON items (status);";
  const Proof there = proof_of(shop, next);
  EXPECT_TRUE(there.ok) << in_words(there);
  const Proof away = proof_of(next, shop);
  EXPECT_TRUE(away.ok) << in_words(away);
}

TEST(Prove, AStatementThatFailsIsShown) {
  Ends ends = ends_of("CREATE TABLE t (id int);", "CREATE TABLE t (id int, x int);");
  ends.up.segments.at(0).steps.at(0).statement.sql = "ALTER TABLE public.t ADD COLUMN x public.missing";
  const Proof proof = proof_of(ends, "CREATE TABLE t (id int, x int);");
  ASSERT_FALSE(proof.ok);
  EXPECT_NE(proof.failures[0].message.find("missing"), std::string::npos) << in_words(proof);
  EXPECT_EQ(proof.failures[0].statement, "ALTER TABLE public.t ADD COLUMN x public.missing");
}

TEST(Prove, AResultThatIsNotTheDesiredStateIsShown) {
  const Ends ends = ends_of("CREATE TABLE t (id int);", "CREATE TABLE t (id int, x int);");
  const Proof proof = proof_of(ends, "CREATE TABLE t (id int, x bigint);");
  ASSERT_FALSE(proof.ok);
  EXPECT_NE(proof.failures[0].what.find("column public.t.x: type"), std::string::npos) << in_words(proof);
}

TEST(Prove, AWayBackThatEndsElsewhereIsShown) {
  Ends ends = ends_of("CREATE TABLE t (id int);", "CREATE TABLE t (id int, x int);");
  ends.down = {};
  const Proof proof = proof_of(ends, "CREATE TABLE t (id int, x int);");
  ASSERT_FALSE(proof.ok);
  EXPECT_NE(proof.failures[0].what.find("the result of down"), std::string::npos) << in_words(proof);
}

TEST(Prove, RowsThatVanishWithoutAWordAreShown) {
  Ends ends = ends_of("CREATE TABLE t (id int);", "CREATE TABLE t (id int, x int);");
  ends.up.segments[0].steps.push_back(
      {.subject = table_id("public", "t"), .change = diff::Change::alter, .statement = {.sql = "TRUNCATE public.t"}});
  const Proof proof = proof_of(ends, "CREATE TABLE t (id int, x int);");
  ASSERT_FALSE(proof.ok);
  EXPECT_NE(proof.failures[0].what.find("table public.t does not survive up"), std::string::npos) << in_words(proof);
}

TEST(Prove, ASequenceThatIsSetBackIsShown) {
  Ends ends = ends_of("CREATE TABLE t (id serial);", "CREATE TABLE t (id serial, x int);");
  ends.up.segments[0].steps.push_back({.subject = table_id("public", "t"),
                                       .change = diff::Change::alter,
                                       .statement = {.sql = "ALTER SEQUENCE public.t_id_seq RESTART"}});
  const Proof proof = proof_of(ends, "CREATE TABLE t (id serial, x int);");
  ASSERT_FALSE(proof.ok);
  EXPECT_NE(proof.failures[0].what.find("sequence public.t_id_seq"), std::string::npos) << in_words(proof);
}

TEST(Prove, AModelThatLostSomethingIsShown) {
  Ends ends = ends_of("CREATE TABLE t (id int DEFAULT 7);", "CREATE TABLE t (id int DEFAULT 7, x int);");
  Object* column = ends.from.find(column_id("public", "t", "id"));
  ASSERT_NE(column, nullptr);
  // The live database has a comment that the model does not print: only its own rendering can show that.
  std::get<Column>(column->payload).statistics_target = 17;
  std::get<Column>(column->payload).type = "bigint";
  ends.from.objects.erase(column_id("public", "t", "nothing"));
  const Proof proof = proof_of(ends, "CREATE TABLE t (id int DEFAULT 7, x int);");
  EXPECT_FALSE(proof.ok);
}

TEST(Prove, RowsInTheWayOfARightChangeAreNamedNotBlamed) {
  const Proof proof = proof_of("CREATE TABLE t (id int, b boolean); CREATE TABLE u (id int);",
                               "CREATE TABLE t (id int, b boolean UNIQUE); CREATE TABLE u (id int);");
  EXPECT_TRUE(proof.ok) << in_words(proof);
  EXPECT_EQ(proof.tables_seeded, 1) << in_words(proof);
  EXPECT_EQ(proof.notes.size(), 1u) << in_words(proof);
}

TEST(Prove, OwnersAndGrantsUnderAnotherRolesName) {
  const std::string old_sql =
      "CREATE TABLE t (id int); ALTER TABLE t OWNER TO proving_bob; GRANT SELECT ON t TO proving_eve;";
  const std::string new_sql =
      "CREATE TABLE t (id int); ALTER TABLE t OWNER TO proving_eve; GRANT SELECT, INSERT ON t TO "
      "proving_bob; CREATE SCHEMA s AUTHORIZATION proving_bob;";
  const Proof proof = proof_of(old_sql, new_sql);
  EXPECT_TRUE(proof.ok) << in_words(proof);
}

// With --scratch-url the live database's user is often the given server's superuser: nobody may act as that one.
TEST(Prove, OnAGivenServerWhoseSuperuserHasTheSameName) {
  Result<db::Scratch> server = db::Scratch::start({});
  ASSERT_TRUE(server.ok());
  Result<std::string> home = server->create_database();
  Result<std::string> template0 = server->create_database();
  ASSERT_TRUE(home.ok() && template0.ok());
  const std::string url = server->superuser_target(*home);
  Result<db::Connection> admin = db::Connection::open(url);
  ASSERT_TRUE(admin.ok() && admin->run("ALTER DATABASE " + *template0 + " RENAME TO template0").ok());
  ASSERT_TRUE(admin->run("CREATE ROLE boss SUPERUSER").ok());
  Result<db::Scratch> given = db::Scratch::start({.pg_bin = {}, .url = url});
  ASSERT_TRUE(given.ok()) << given.error().message;

  const std::string old_sql = "CREATE TABLE t (id serial); GRANT SELECT ON t TO proving_eve;";
  const std::string new_sql = old_sql + "CREATE TABLE u (id int);";
  Ends ends{.from = state_of(old_sql, *given, "boss"), .to = state_of(new_sql, *given, "boss"), .up = {}, .down = {}};
  EXPECT_EQ(ends.from.find(table_id("public", "t"))->owner, "boss");
  for (Catalog* end : {&ends.from, &ends.to})  // no file states roles, so none are managed
    std::erase_if(end->objects, [](const auto& entry) {
      return entry.first.kind == Kind::role || entry.first.kind == Kind::membership;
    });
  Result<plan::Plan> up = plan::make(ends.from, ends.to);
  Result<plan::Plan> down = plan::make(ends.to, ends.from);
  ASSERT_TRUE(up.ok() && down.ok());
  Result<Proof> proof =
      prove({.from = ends.from, .to = ends.to, .up = *up, .down = *down, .desired = {{"new.sql", new_sql}}}, *given);
  ASSERT_TRUE(proof.ok()) << proof.error().message;
  EXPECT_TRUE(proof->ok) << in_words(*proof);
}

TEST(Prove, SeedsManyKindsOfTables) {
  const char* tables =
      "CREATE TYPE pair AS (a int, b text); CREATE TYPE span AS RANGE (SUBTYPE = float8);"
      "CREATE TABLE types (a int2, b int8, c numeric(4,2), d real, e money, f char(3), g varchar(1), h bytea, i uuid, "
      "j json, k "
      "date, l time, m timestamp, n interval, o inet, p cidr, q macaddr, r bit(4), s varbit(3), t point, u box, v "
      "tsvector, w "
      "pair, x span, y int4range, z xml, aa int[][], bb pair[], cc numeric(2,2), dd name, ee boolean, ff "
      "timestamptz(3));"
      "ALTER TABLE types ALTER a SET NOT NULL, ALTER w SET NOT NULL, ALTER x SET NOT NULL, ALTER cc SET NOT NULL;"
      "CREATE TABLE tree (id int PRIMARY KEY, parent int NOT NULL REFERENCES tree);"
      "CREATE TABLE a (x int, y int, z date CHECK (z > '2024-05-05'), PRIMARY KEY (x, y));"
      "CREATE TABLE b (x int NOT NULL, y int NOT NULL, s int, e int, CHECK (s < e), FOREIGN KEY (x, y) REFERENCES a);"
      "CREATE TABLE parts (id int, region text NOT NULL) PARTITION BY LIST (region);"
      "CREATE TABLE parts_eu PARTITION OF parts FOR VALUES IN ('eu', 'uk');"
      "CREATE TABLE mail (address text CHECK (address LIKE '%@%') NOT NULL);";
  const Proof proof = proof_of(tables, tables);
  EXPECT_TRUE(proof.ok) << in_words(proof);
  EXPECT_EQ(proof.tables_seeded, proof.tables_total) << in_words(proof);
}

}  // namespace
}  // namespace trueup::verify
