#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

class Seed : public Sandbox {
 protected:
  static constexpr const char* schema =
      "CREATE TABLE customers (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, tags text[], "
      "shout text GENERATED ALWAYS AS (upper(name)) STORED);"
      "CREATE TABLE addresses (id serial PRIMARY KEY, customer integer NOT NULL REFERENCES customers, city text, "
      "UNIQUE (customer, city)); CREATE TABLE plain (a integer)";
  static void good() {
    // "addresses" comes before "customers" by name, and needs it.
    file("seeds/addresses.csv", "id,customer,city\n7,1,\"Köln, Altstadt\"\n8,2,\n");
    file("seeds/customers.json",
         "[\n  {\"id\": 1, \"name\": \"Ada \\\"A\\\", {x\", \"tags\": [\"a\", \"b\"]},\n  {\"id\": 2, \"name\": "
         "\"Bo\"}\n]\n");
  }
};

TEST_F(Seed, LoadsInTheOrderOfForeignKeysAndAgainWithoutChange) {
  const std::string target = database(schema);
  good();
  const auto first = trueup({"seed", "--from", target});
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_TRUE(holds(first.err, "4 rows inserted, 0 updated, 0 as they were"));
  EXPECT_EQ(ask(target, "SELECT name || tags[2] FROM public.customers WHERE id = 1"), "Ada \"A\", {xb");
  EXPECT_EQ(ask(target, "SELECT city FROM public.addresses WHERE id = 7"), "Köln, Altstadt");
  EXPECT_EQ(ask(target, "SELECT city IS NULL FROM public.addresses WHERE id = 8"), "t");
  EXPECT_TRUE(holds(trueup({"seed", "--from", target}).err, "0 rows inserted, 0 updated, 4 as they were"));
  file("seeds/customers.json", "{\"customers\": [{\"id\": 2, \"name\": \"Bob\"}]}");
  EXPECT_TRUE(holds(trueup({"seed", "--from", target}).err, "0 rows inserted, 1 updated, 2 as they were"));
  EXPECT_EQ(ask(target, "SELECT shout FROM public.customers WHERE id = 2"), "BOB");
}

TEST_F(Seed, SequencesGoOnAfterTheNumbersThatWereGiven) {
  const std::string target = database(schema);
  good();
  ASSERT_EQ(trueup({"seed", "--from", target}).exit_code, 0);
  EXPECT_EQ(ask(target, "INSERT INTO public.customers (name) VALUES ('Cy') RETURNING id"), "3");
  EXPECT_EQ(ask(target, "INSERT INTO public.addresses (customer) VALUES (1) RETURNING id"), "9");
  ASSERT_EQ(trueup({"seed", "--from", target}).exit_code, 0);
  EXPECT_EQ(ask(target, "INSERT INTO public.customers (name) VALUES ('Di') RETURNING id"), "4");
}

TEST_F(Seed, ARowIsFoundByWhicheverKeyItStates) {
  const std::string target = database(schema);
  file("seeds/customers.json", "[{\"id\": 1, \"name\": \"Ada\"}]");
  file("seeds/addresses.csv", "customer,city\n1,Bonn\n");
  ASSERT_EQ(trueup({"seed", "--from", target}).exit_code, 0);
  EXPECT_TRUE(holds(trueup({"seed", "--from", target}).err, "0 rows inserted"));
  EXPECT_EQ(ask(target, "SELECT count(*) FROM public.addresses"), "1");
}

TEST_F(Seed, WhatIsWrongIsNamedWithItsLineAndNothingIsChanged) {
  const std::string target = database(schema);
  const auto wrong = [&](const std::string& name, const std::string& text, const std::string& said) {
    std::filesystem::remove_all("seeds");
    file("seeds/a.json", "{\"customers\": [{\"id\": 1, \"name\": \"Ada\"}]}");
    file("seeds/" + name, text);
    const auto done = trueup({"seed", "--from", target});
    EXPECT_EQ(done.exit_code, 1) << name;
    EXPECT_TRUE(holds(done.err, said));
    EXPECT_TRUE(holds(done.err, "hint: ")) << said;
    EXPECT_EQ(ask(target, "SELECT count(*) FROM public.customers"), "0");
  };
  wrong("customers.csv", "id,name\n2,Bo\n3,Cy,too\n", "seeds/customers.csv:3: 3 fields, where the header names 2");
  wrong("customers.csv", "id,name\n2,\"Bo\"x\n", "seeds/customers.csv:2: this is no CSV");
  wrong("customers.csv", "id,nome\n2,Bo\n", "seeds/customers.csv:2: public.customers has no column nome");
  wrong("customers.json", "[\n {\"id\": 2, \"name\": \"Bo\"},\n {\"id\": 3 \"name\"}\n]", "seeds/customers.json:3: ");
  wrong("customers.json", "[\n {\"id\": 2, \"name\": \"Bo\"},\n 3\n]", "seeds/customers.json:3: this is no row");
  wrong("customers.json", "[\n {\"id\": 2,\n  \"shout\": \"BO\"}\n]", "seeds/customers.json:2: column shout of");
  wrong("plain.csv", "a\n1\n", "the row states no key of public.plain");
  wrong("nothing.csv", "a\n1\n", "there is no table public.nothing");
  wrong("z.sql", "INSERT INTO customers (name) VALUES (NULL);", "seeds/z.sql: ");
}

TEST_F(Seed, ARowThatTheServerRefusesIsNamed) {
  const std::string target = database(schema);
  file("seeds/customers.csv", "id,name\n1,Ada\n2,\n");
  const auto done = trueup({"seed", "--from", target});
  EXPECT_EQ(done.exit_code, 1);
  EXPECT_TRUE(holds(done.err, "seeds/customers.csv:3: "));
  EXPECT_EQ(ask(target, "SELECT count(*) FROM public.customers"), "0");
}

TEST_F(Seed, ClearsOnlyAfterAsking) {
  const std::string target = database(schema);
  good();
  run(target,
      "INSERT INTO customers (name) OVERRIDING SYSTEM VALUE SELECT 'old' FROM pg_catalog.generate_series(1, 5)");
  const auto unasked = trueup({"seed", "--from", target, "--clear"}, "y\n");
  EXPECT_EQ(unasked.exit_code, 3);
  EXPECT_TRUE(holds(unasked.err, "deletes every row of public.customers, public.addresses"));
  EXPECT_EQ(ask(target, "SELECT count(*) FROM public.customers"), "5");
  const auto cleared = trueup({"seed", "--from", target, "--clear", "--yes"});
  EXPECT_EQ(cleared.exit_code, 0) << cleared.err;
  EXPECT_EQ(ask(target, "SELECT count(*) FROM public.customers"), "2");
}

TEST_F(Seed, SqlFilesRunInTheSameTransaction) {
  const std::string target = database(schema);
  good();
  file("seeds/z.sql", "INSERT INTO plain SELECT 1 WHERE NOT EXISTS (SELECT FROM plain);");
  EXPECT_EQ(trueup({"seed", "--from", target}).exit_code, 0);
  EXPECT_EQ(trueup({"seed", "--from", target}).exit_code, 0);
  EXPECT_EQ(ask(target, "SELECT count(*) FROM public.plain"), "1");
}

}  // namespace
}  // namespace trueup::cli
