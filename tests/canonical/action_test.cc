#include <gtest/gtest.h>

#include "canonical/canonicalise.h"
#include "parse/script.h"

namespace trueup::canonical {
namespace {

constexpr const char* tables =
    "CREATE TABLE a (id int, name varchar(9)); CREATE TABLE b (id bigint, name text, n int);";

/// The key of a rule's first action ON UPDATE of a.
Expression action(const std::string& text) {
  Catalog catalog =
      parse::read({{.name = "a.sql", .text = std::string(tables) + "CREATE RULE r AS ON UPDATE TO a DO ALSO " + text}},
                  {.server_version = 150000, .strict = false});
  canonicalise(catalog);
  const Object* rule =
      catalog.find({.kind = Kind::rule, .schema = "public", .parent = "a", .name = "r", .signature = {}});
  return rule ? std::get<Rule>(rule->payload).actions.at(0) : Expression{};
}

struct Pair {
  const char* one;
  const char* other;
};

TEST(Action, SameInOtherWords) {
  const Pair pairs[] = {
      {"INSERT INTO b VALUES (NEW.id, NEW.name)", "INSERT INTO public.b (id, name) VALUES (new.id, new.name)"},
      {"INSERT INTO b SELECT OLD.*", "INSERT INTO b (id, name) SELECT old.id, old.name"},
      {"INSERT INTO b (name) VALUES ('x')", "INSERT INTO b (name) VALUES ('x'::text)"},
      {"UPDATE b SET (id, n) = (1, DEFAULT)", "UPDATE public.b SET id = 1, n = DEFAULT"},
      {"UPDATE b SET n = 1 WHERE id = OLD.id AND name IN ('a', 'b')",
       "UPDATE b SET n = 1 WHERE b.id = old.id AND b.name = ANY (ARRAY['a'::text, 'b'::text])"},
      {"DELETE FROM b USING a x WHERE b.id = x.id", "DELETE FROM public.b USING public.a x WHERE (b.id = x.id)"},
      {"INSERT INTO b (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET n = excluded.n + b.n",
       "INSERT INTO b (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET n = (excluded.n + b.n)"},
      {"DELETE FROM b RETURNING *", "DELETE FROM b RETURNING b.id, b.name, b.n"},
      {"NOTIFY x", "NOTIFY x"},
  };
  for (const Pair& pair : pairs) {
    EXPECT_EQ(action(pair.one).key, action(pair.other).key) << pair.one;
    EXPECT_EQ(action(pair.one).certainty, Certainty::exact) << pair.one;
  }
}

TEST(Action, NotTheSame) {
  const Pair pairs[] = {
      {"INSERT INTO b VALUES (NEW.id)", "INSERT INTO b VALUES (OLD.id)"},
      {"INSERT INTO b (n) VALUES (NEW.id)", "INSERT INTO b (id) VALUES (NEW.id)"},
      {"INSERT INTO b (n) VALUES (1)", "INSERT INTO b (n) VALUES (1), (1)"},
      {"INSERT INTO b (n) VALUES (DEFAULT)", "INSERT INTO b DEFAULT VALUES"},
      {"INSERT INTO b (n) VALUES (1) ON CONFLICT DO NOTHING", "INSERT INTO b (n) VALUES (1)"},
      {"UPDATE b SET n = 1", "UPDATE b SET n = 2"},
      {"UPDATE b SET n = 1", "UPDATE b SET id = 1"},
      {"UPDATE b SET n = 1", "UPDATE ONLY b SET n = 1"},
      {"UPDATE b SET n = 1", "UPDATE b SET n = 1 WHERE n > 1"},
      {"DELETE FROM b", "DELETE FROM a"},
      {"DELETE FROM b", "DELETE FROM b RETURNING *"},
      {"NOTIFY x", "NOTIFY x, 'p'"},
  };
  for (const Pair& pair : pairs) EXPECT_NE(action(pair.one).key, action(pair.other).key) << pair.one;
}

TEST(Action, TextNamesEverything) {
  EXPECT_EQ(action("INSERT INTO b VALUES (NEW.id, NEW.name)").text,
            "INSERT INTO public.b (id, name) VALUES (new.id, new.name)");
  EXPECT_EQ(action("INSERT INTO b AS x SELECT NEW.*").text,
            "INSERT INTO public.b AS x (id, name) SELECT new.id, new.name");
}

}  // namespace
}  // namespace trueup::canonical
