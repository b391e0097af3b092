#include "migrations/file.h"

#include <gtest/gtest.h>

#include "migrations/lexer.h"

namespace trueup::migrations {
namespace {

File read(std::string_view text) {
  Diagnostics diagnostics;
  File file = parse(text, "m.sql", diagnostics);
  for (const Diagnostic& d : diagnostics) ADD_FAILURE() << to_string(d);
  return file;
}

Diagnostics errors(std::string_view text) {
  Diagnostics diagnostics;
  (void)parse(text, "m.sql", diagnostics);
  return diagnostics;
}

constexpr std::string_view by_hand = R"(-- what I do
-- Schema Change: Up
CREATE TABLE t (id int);
-- trueup: segment
ALTER TABLE t ADD COLUMN a int;
ALTER TABLE t ADD COLUMN b int;
-- trueup: no-transaction
CREATE INDEX CONCURRENTLY i ON t (a);

-- Schema Change: Down
DROP TABLE t;
)";

TEST(MigrationFile, CutsSectionsIntoSegments) {
  const File file = read(by_hand);
  ASSERT_EQ(file.up.segments.size(), 3u);
  EXPECT_TRUE(file.up.segments[0].transactional);
  EXPECT_EQ(file.up.segments[0].sql, "CREATE TABLE t (id int);\n");
  EXPECT_EQ(file.up.segments[0].line, 3);
  EXPECT_TRUE(file.up.segments[1].transactional);
  EXPECT_EQ(file.up.segments[1].line, 5);
  EXPECT_FALSE(file.up.segments[2].transactional);
  EXPECT_EQ(file.up.segments[2].line, 8);
  ASSERT_EQ(file.down.segments.size(), 1u);
  EXPECT_EQ(file.down.segments[0].sql, "DROP TABLE t;\n");
  EXPECT_EQ(standing(file), Standing::by_hand);
}

TEST(MigrationFile, MarkersInsideBodiesAndStringsAreNone) {
  const File file = read(R"(-- Schema Change: Up
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $body$
-- Schema Change: Down
-- trueup: segment
SELECT 1
$body$;
/* in a comment
-- Schema Change: Down
*/
COMMENT ON TABLE "odd
-- Schema Change: Down
" IS 'x
-- trueup: segment
';
-- schema change:  down
DROP FUNCTION f();
)");
  EXPECT_EQ(file.up.segments.size(), 1u);
  EXPECT_EQ(statements(file.up.text).size(), 2u);
  EXPECT_EQ(statements(file.down.text).size(), 1u);
}

TEST(MigrationFile, WrongFormsAreNamedWithTheirLine) {
  struct Row {
    const char* text;
    const char* code;
    int line;
  };
  for (const Row& row : {Row{"CREATE TABLE t ();\n", "no-heading", 1}, Row{"-- nothing\n", "no-heading", 0},
                         Row{"-- Schema Change: Up\n-- Schema Change: Up\n", "heading", 2},
                         Row{"-- Schema Change: Up\n-- Schema Change: Sideways\n", "heading", 2},
                         Row{"-- trueup migration, format 9\n-- Schema Change: Up\n", "unknown-format", 1}}) {
    const Diagnostics found = errors(row.text);
    ASSERT_EQ(found.size(), 1u) << row.text;
    EXPECT_EQ(found[0].code, row.code) << row.text;
    EXPECT_EQ(found[0].where.line, row.line) << row.text;
  }
}

File sample() {
  File file;
  file.header = {.from = "1:-:aa",
                 .to = "1:-:bb",
                 .up_hash = {},
                 .down_hash = {},
                 .destroys = {"drop-column column public.t.a", "drop-table table \"x\n-- Schema Change: Down\""},
                 .proven = "proven up and down on PostgreSQL 15.20"};
  file.up.text = "ALTER TABLE t DROP COLUMN a;\n";
  file.down.text = "ALTER TABLE t ADD COLUMN a integer;\n";
  return file;
}

TEST(MigrationFile, ReadsBackWhatItWrites) {
  const std::string text = write(sample());
  const File back = read(text);
  EXPECT_EQ(back.header.from, "1:-:aa");
  EXPECT_EQ(back.header.to, "1:-:bb");
  EXPECT_EQ(back.header.proven, "proven up and down on PostgreSQL 15.20");
  ASSERT_EQ(back.header.destroys.size(), 2u);
  EXPECT_EQ(back.header.destroys[0], "drop-column column public.t.a");
  EXPECT_EQ(statements(back.up.text), std::vector<std::string_view>{"ALTER TABLE t DROP COLUMN a"});
  EXPECT_EQ(standing(back), Standing::intact);
}

TEST(MigrationFile, KnowsWhenItWasEdited) {
  std::string text = write(sample());
  EXPECT_EQ(standing(read(text)), Standing::intact);
  std::string windows;
  for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(standing(read(windows)), Standing::intact) << "line ends are not an edit";
  text.replace(text.find("DROP COLUMN a"), 13, "DROP COLUMN b");
  EXPECT_EQ(standing(read(text)), Standing::edited);
}

TEST(MigrationFile, ReadsItsOwnNothing) {
  File file = sample();
  file.header.destroys.clear();
  EXPECT_TRUE(read(write(file)).header.destroys.empty());
}

TEST(MigrationFile, HeadingsTellMigrationsFromSchemas) {
  EXPECT_TRUE(has_headings(by_hand));
  EXPECT_TRUE(has_headings("  --Schema Change: Up\n"));
  EXPECT_FALSE(has_headings("SELECT '\n-- Schema Change: Up\n';"));
}

TEST(MigrationFile, SegmentsOfAPlanAreMarked) {
  plan::Plan plan;
  plan::Segment first, alone, last;
  first.steps.resize(2);
  first.steps[0].statement.sql = "A";
  first.steps[1].statement.sql = "B";
  first.steps[1].statement.destroys = ddl::Destruction{.hazard = "drop-table", .what = "table x\ny"};
  alone.transactional = false;
  alone.steps.resize(1);
  alone.steps[0].statement.sql = "C";
  last.steps.resize(1);
  last.steps[0].statement.sql = "D";
  plan.segments = {first, alone, last};
  const Section section = section_of(plan);
  EXPECT_EQ(section.text, "A;\n-- destroys table x\\ny\nB;\n-- trueup: no-transaction\nC;\n-- trueup: segment\nD;\n");
  const File back = read("-- Schema Change: Up\n" + section.text);
  ASSERT_EQ(back.up.segments.size(), 3u);
  EXPECT_FALSE(back.up.segments[1].transactional);
  EXPECT_TRUE(back.up.segments[2].transactional);
}

TEST(Lexer, CutsStatements) {
  struct Row {
    const char* sql;
    std::vector<std::string_view> cut;
  };
  for (const Row& row :
       {Row{"a; b", {"a", "b"}}, Row{";;-- x\n", {}}, Row{"SELECT ';'; b", {"SELECT ';'", "b"}},
        Row{"SELECT E'\\';'; b", {"SELECT E'\\';'", "b"}}, Row{"SELECT 'a''; b'", {"SELECT 'a''; b'"}},
        Row{"DO $x$ a; $$ b; $$ $x$; c", {"DO $x$ a; $$ b; $$ $x$", "c"}}, Row{"SELECT $1; b", {"SELECT $1", "b"}},
        Row{"/* ; /* ; */ ; */ a; b", {"/* ; /* ; */ ; */ a", "b"}},
        Row{"CREATE RULE r AS ON INSERT TO t DO (a; b); c", {"CREATE RULE r AS ON INSERT TO t DO (a; b)", "c"}},
        Row{"CREATE FUNCTION f() BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; c",
            {"CREATE FUNCTION f() BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END", "c"}},
        Row{"BEGIN; a; END; b", {"BEGIN", "a", "END", "b"}}})
    EXPECT_EQ(statements(row.sql), row.cut) << row.sql;
}

}  // namespace
}  // namespace trueup::migrations
