#include "verify/slice.h"

#include <gtest/gtest.h>

#include "canonical/canonicalise.h"
#include "verify/cut_scripts.h"

namespace trueup::verify {
namespace {

/// Two states and what it takes to get from one to the other.
struct Pair {
  Pair(const std::string& old_sql, const std::string& new_sql) : scripts{{"new.sql", new_sql}} {
    from = parse::read({{"old.sql", old_sql}}, {});
    to = parse::read(scripts, {}, &subjects);
    canonical::canonicalise(from);
    canonical::canonicalise(to);
    Result<plan::Plan> there = plan::make(from, to);
    Result<plan::Plan> back = plan::make(to, from);
    EXPECT_TRUE(there.ok() && back.ok());
    if (there && back) up = std::move(*there), down = std::move(*back);
  }

  [[nodiscard]] Slice slice(std::vector<std::string> rows = {}) const {
    return slice_of({.from = from,
                     .to = to,
                     .up = up,
                     .down = down,
                     .renaming = unchanged,
                     .subjects = &subjects,
                     .rows = std::move(rows)});
  }
  /// The cut file, its empty lines left out.
  [[nodiscard]] std::string cut_file() const {
    const auto cut = verify::cut(scripts, subjects, slice());
    if (!cut) return "nothing to be told";
    std::string text;
    for (const char c : cut->at(0).text)
      if (c != '\n' || !text.ends_with('\n')) text += c;
    return text;
  }

  std::vector<parse::Script> scripts;
  parse::Subjects subjects;
  Catalog from, to;
  plan::Plan up, down;
  Renaming unchanged;
};

/// Whether something of that name is in the slice, whatever its kind.
bool has(const Slice& slice, std::string_view name) {
  return std::any_of(slice.begin(), slice.end(), [&](const ObjectId& id) { return id.name == name; });
}

struct Row {
  const char* what;
  const char* common;  ///< in both states
  const char* before;  ///< and these besides
  const char* after;
  const char* inside;   ///< a name that the slice must hold
  const char* outside;  ///< one that it need not
};

TEST(Slice, HoldsWhatAChangeTouchesAndWhatCanInterfere) {
  const Row rows[] = {
      {"what it references", "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE other (id int);",
       "CREATE TABLE t (a int REFERENCES a);", "CREATE TABLE t (a int REFERENCES a, x int);", "a", "other"},
      {"what references it, where the key changes", "CREATE TABLE other (id int);",
       "CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE r (t int REFERENCES t);",
       "CREATE TABLE t (id bigint PRIMARY KEY); CREATE TABLE r (t int REFERENCES t);", "r", "other"},
      {"but not what references it, where a column is added", "",
       "CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE r (t int REFERENCES t);",
       "CREATE TABLE t (id int PRIMARY KEY, x int); CREATE TABLE r (t int REFERENCES t);", "x", "r"},
      {"views over it", "CREATE TABLE other (id int); CREATE VIEW w AS SELECT id FROM other;",
       "CREATE TABLE t (id int); CREATE VIEW v AS SELECT id FROM t;",
       "CREATE TABLE t (id int, x int); CREATE VIEW v AS SELECT id FROM t;", "v", "w"},
      {"a relation of its name", "CREATE SEQUENCE taken; CREATE SEQUENCE other;", "CREATE TABLE t (id int);",
       "CREATE TABLE t (id int); CREATE INDEX taken ON t (id);", "taken", "other"},
      {"names that the server would choose before",
       "CREATE TABLE t_c (x int); CREATE INDEX t_c_key ON t_c (x); CREATE TABLE other (id int);",
       "CREATE TABLE t (c int CONSTRAINT t_c_key1 UNIQUE);",
       "CREATE TABLE t (c int CONSTRAINT t_c_key1 UNIQUE, d int);", "t_c_key", "other"},
      {"overloads",
       "CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION g() RETURNS int LANGUAGE sql "
       "AS 'SELECT 1';",
       "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
       "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 2';", "f", "g"},
      {"what a body mentions", "CREATE TABLE inside (id int); CREATE TABLE other (id int);",
       "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM inside';",
       "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) + 1 FROM inside';", "inside", "other"},
      {"bodies that mention it",
       "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.t'; CREATE FUNCTION g() "
       "RETURNS int LANGUAGE sql AS 'SELECT 1';",
       "CREATE TABLE t (id int);", "CREATE TABLE t (id int, x int);", "f", "g"},
      {"casts, wherever they are",
       "CREATE TYPE mood AS ENUM ('a'); CREATE FUNCTION m(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST "
       "(mood AS int) WITH FUNCTION m(mood); CREATE TABLE other (id int);",
       "CREATE TABLE t (id int);", "CREATE TABLE t (id int, x int);", "m", "other"},
      {"columns of a type, however deep",
       "CREATE TYPE pair AS (a int, m mood); CREATE TABLE deep (p pair); CREATE TABLE other (id int);",
       "CREATE TYPE mood AS ENUM ('a');", "CREATE TYPE mood AS ENUM ('a', 'b');", "deep", "other"},
      {"inheritance trees whole", "CREATE TABLE leaf PARTITION OF mid FOR VALUES IN (1); CREATE TABLE other (id int);",
       "CREATE TABLE root (a int) PARTITION BY LIST (a); CREATE TABLE mid PARTITION OF root FOR VALUES IN (1, 2) "
       "PARTITION BY LIST (a);",
       "CREATE TABLE root (a int, x int) PARTITION BY LIST (a); CREATE TABLE mid PARTITION OF root FOR VALUES IN (1, "
       "2) PARTITION BY LIST (a);",
       "leaf", "other"},
      {"triggers and their functions",
       "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE FUNCTION g() RETURNS "
       "int LANGUAGE sql AS 'SELECT 1';",
       "CREATE TABLE t (id int); CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();",
       "CREATE TABLE t (id int, x int); CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();", "f",
       "g"},
      {"publications", "CREATE PUBLICATION everything FOR ALL TABLES; CREATE TABLE other (id int);",
       "CREATE TABLE t (id int);", "CREATE TABLE t (id int, x int);", "everything", "other"},
      {"tables that it was made like", "CREATE TABLE model (id int); CREATE TABLE other (id int);",
       "CREATE TABLE t (LIKE model);", "CREATE TABLE t (LIKE model, x int);", "model", "other"},
  };
  for (const Row& row : rows) {
    const Pair pair(std::string(row.before) + row.common, std::string(row.after) + row.common);
    const Slice slice = pair.slice();
    EXPECT_TRUE(has(slice, row.inside)) << row.what;
    EXPECT_FALSE(has(slice, row.outside)) << row.what;
  }
}

TEST(Slice, NeedsNothingOutside) {
  const std::string common =
      "CREATE SCHEMA s; CREATE TYPE s.mood AS ENUM ('a'); CREATE TABLE a (id int PRIMARY KEY, m s.mood); CREATE TABLE "
      "b "
      "(id serial PRIMARY KEY, a int REFERENCES a); CREATE VIEW v AS SELECT * FROM b; CREATE TABLE other (id int);";
  const Pair pair(common, common + "ALTER TABLE b ADD COLUMN x int;");
  const Slice slice = pair.slice();
  const Catalog part = cut(pair.to, slice);
  EXPECT_LT(part.objects.size(), pair.to.objects.size());
  for (const auto& [id, object] : part.objects)
    for (const ObjectId& reference : object.references) EXPECT_TRUE(part.find(reference)) << to_string(reference);
}

TEST(Slice, RowsOfTheUsersOwnBringTheirTables) {
  const std::string common = "CREATE TABLE a (id int); CREATE TABLE b (id int);";
  const Pair pair(common + "CREATE TABLE t (id int);", common + "CREATE TABLE t (id int, x int);");
  const Slice slice = pair.slice({"INSERT INTO t SELECT id FROM a", "INSERT INTO b VALUES (1)"});
  EXPECT_TRUE(has(slice, "a"));
  EXPECT_FALSE(has(slice, "b"));
  const auto rows =
      cut_rows({{"seeds.sql", "INSERT INTO b VALUES (1);\nINSERT INTO t SELECT id FROM a;"}}, pair.from, slice);
  EXPECT_EQ(rows.at(0).text.find("INTO b"), std::string::npos);
  EXPECT_NE(rows.at(0).text.find("\nINSERT INTO t"), std::string::npos);
}

TEST(CutScripts, KeepsTheStatementsOfTheSliceAsWritten) {
  const Pair pair(
      "CREATE TABLE t (id int); CREATE TABLE other (id int); COMMENT ON TABLE other IS 'o'; CREATE INDEX ON other "
      "(id); GRANT SELECT ON other TO PUBLIC;",
      "SET check_function_bodies = off; -- a comment\n"
      "CREATE TABLE other (id int); CREATE TABLE t (\n  id int  -- its key\n, x int);\n"
      "COMMENT ON TABLE other IS 'o'; COMMENT ON COLUMN t.x IS 'x';\n"
      "CREATE INDEX ON other (id); CREATE INDEX i ON t (id); COMMENT ON INDEX i IS 'i';\n"
      "GRANT SELECT ON other TO PUBLIC; GRANT SELECT ON other, t TO PUBLIC;\n"
      "GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;\n"
      "DROP VIEW IF EXISTS nothing;\n"
      "INSERT INTO t VALUES (1);");
  EXPECT_EQ(pair.cut_file(),
            "SET check_function_bodies = off;\n"
            "                             CREATE TABLE t (\n  id int  -- its key\n, x int);\n"
            "                               COMMENT ON COLUMN t.x IS 'x';\n"
            "                            CREATE INDEX i ON t (id); COMMENT ON INDEX i IS 'i';\n"
            "                                 GRANT select ON t TO public;\n"
            "GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;\n"
            "DROP VIEW IF EXISTS nothing;");
}

TEST(CutScripts, PublicationsKeepTheTablesOfTheSlice) {
  const std::string common = "CREATE TABLE a (id int); CREATE TABLE b (id int);";
  const Pair pair(common + "CREATE TABLE t (id int); CREATE PUBLICATION p FOR TABLE a, t, b;",
                  common + "CREATE TABLE t (id int, x int); CREATE PUBLICATION p FOR TABLE a, t, b;");
  EXPECT_NE(pair.cut_file().find("CREATE PUBLICATION p FOR TABLE t;"), std::string::npos) << pair.cut_file();
}

TEST(CutScripts, NamesThatMoveAreFollowed) {
  const Pair pair(
      "CREATE TABLE t (id int); CREATE TABLE second (id int);",
      "CREATE TABLE first (id int); CREATE TABLE second (id int); ALTER TABLE first RENAME TO t; ALTER TABLE t "
      "ADD COLUMN x int;");
  const std::string text = pair.cut_file();
  EXPECT_NE(text.find("CREATE TABLE first"), std::string::npos) << text;
  EXPECT_EQ(text.find("second"), std::string::npos) << text;
}

TEST(CutScripts, WhatCannotBeToldApartIsNotCut) {
  const Pair elements("CREATE TABLE t (id int);",
                      "CREATE TABLE t (id int, x int); CREATE SCHEMA s CREATE TABLE u (id int);");
  EXPECT_FALSE(cut(elements.scripts, elements.subjects, elements.slice()));
}

}  // namespace
}  // namespace trueup::verify
