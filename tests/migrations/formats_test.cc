#include "migrations/formats.h"

#include <gtest/gtest.h>

#include "migrations/folder.h"
#include "migrations/formats/python.h"
#include "migrations/lexer.h"
#include "migrations/steps.h"

namespace trueup::migrations {
namespace {

/// What a section runs: each statement with a mark for how, "--" between transactions.
std::vector<std::string> runs(const Section& section) {
  std::vector<std::string> all;
  bool first = true;
  for (const Segment& segment : section.segments) {
    if (segment.transactional && !first) all.emplace_back("--");
    first = !segment.transactional;
    for (const std::string_view statement : statements(segment.sql))
      all.push_back((segment.transactional ? "" : "alone: ") + std::string(without_leading_comments(statement).sql));
  }
  return all;
}

std::vector<std::string> runs_up(const Directory& directory) {
  Section all;
  for (const Revision& r : directory.revisions)
    all.segments.insert(all.segments.end(), r.content.up.segments.begin(), r.content.up.segments.end());
  return runs(all);
}

std::vector<std::string> runs_down(const Directory& directory) {
  Section all;
  for (auto r = directory.revisions.rbegin(); r != directory.revisions.rend(); ++r)
    all.segments.insert(all.segments.end(), r->content.down.segments.begin(), r->content.down.segments.end());
  return runs(all);
}

/// Everything that trips a tool's parser: semicolons and comments in bodies, quotes, backslashes, colons, placeholders.
File awkward() {
  const std::string function =
      "CREATE FUNCTION public.\"o'\"\"dd\"() RETURNS text LANGUAGE plpgsql AS $f$\nBEGIN\n  -- a comment; with one\n"
      "  RETURN 'a :word ' || ':b:' || E'\\\\:c' || ${x} || '100%' || '%s' || \"\"\"\";\nEND;\n$f$";
  File file;
  file.header.from = "1:-:a";
  file.header.to = "1:-:b";
  file.header.destroys = {"drop-column column public.carts.\"x\\y\""};
  file.header.proven = "up and down";
  const std::string first = "ALTER TYPE public.mood ADD VALUE 'calm';\n";
  const std::string second =
      "-- destroys column public.carts.x\nALTER TABLE public.carts DROP COLUMN x;\n" + function +
      ";\nCOMMENT ON TABLE public.t IS ' -- no comment';\nCOMMENT ON TABLE public.u IS 'a::b \"';\n";
  const std::string third = "CREATE INDEX CONCURRENTLY i ON public.t (a);\n";
  file.up.segments = {{.transactional = true, .sql = first},
                      {.transactional = true, .sql = second},
                      {.transactional = false, .sql = third}};
  file.up.text = first + "-- trueup: segment\n" + second + "-- trueup: no-transaction\n" + third;
  file.down.segments = {{.transactional = false, .sql = "DROP INDEX CONCURRENTLY public.i;\n"},
                        {.transactional = true, .sql = "DROP FUNCTION public.\"o'\"\"dd\"();\nSELECT ';';\n"}};
  file.down.text =
      "-- trueup: no-transaction\nDROP INDEX CONCURRENTLY public.i;\n-- trueup: segment\n" + file.down.segments[1].sql;
  file.has_down = true;
  return file;
}

class Written : public Folder, public ::testing::WithParamInterface<const Format*> {
 protected:
  /// Writes as generate does, into the directory as it is now.
  std::vector<std::string> write(const Draft& draft) {
    const auto paths = write_next(directory(std::string(GetParam()->name)), draft);
    EXPECT_TRUE(paths.ok()) << paths.error().message;
    return *paths;
  }
};

TEST_P(Written, ReadsBackWhatItWrote) {
  const File content = awkward();
  write({.description = "Add \"order\" notes", .content = content});
  const Directory read = directory();
  EXPECT_EQ(first_error(), "");
  EXPECT_EQ(read.format, GetParam()) << "by looking";
  EXPECT_EQ(runs_up(read), runs(content.up));
  EXPECT_EQ(runs_down(read), runs(content.down));
  EXPECT_EQ(read.revisions.front().content.header.from, content.header.from);
  EXPECT_EQ(read.revisions.back().content.header.to, content.header.to);
  EXPECT_EQ(read.revisions.front().content.header.destroys, content.header.destroys);
  for (const Revision& revision : read.revisions) EXPECT_EQ(standing(revision.content), Standing::intact);
}

TEST_P(Written, GoesOnAfterTheLast) {
  std::vector<std::string> versions;
  for (const std::string name : {"one", "two", "three"}) {
    File content;
    content.up = {.text = "CREATE TABLE " + name + " ();\n",
                  .segments = {{.transactional = true, .sql = "CREATE TABLE " + name + " ();\n"}}};
    write({.description = name, .content = content});
  }
  const Directory read = directory();
  EXPECT_EQ(first_error(), "");
  EXPECT_EQ(runs_up(read), (std::vector<std::string>{"CREATE TABLE one ()", "--", "CREATE TABLE two ()", "--",
                                                     "CREATE TABLE three ()"}));
}

TEST_P(Written, AnEditIsSeen) {
  const auto paths = write({.description = "x", .content = awkward()});
  const std::string checksum = directory().revisions.front().checksum;
  const std::string name = std::filesystem::path(paths.front()).lexically_relative(path).string();
  std::string text = contents(name);
  text.insert(text.find("'calm'"), " ");
  file(name, text);
  EXPECT_NE(directory().revisions.front().checksum, checksum);
  EXPECT_EQ(standing(directory().revisions.front().content), Standing::edited);
}

TEST_P(Written, AnEmptyOneIsAFileToFill) {
  write({.description = "by hand", .content = {}});
  const Directory read = directory();
  EXPECT_EQ(first_error(), "");
  ASSERT_EQ(read.revisions.size(), 1u);
  EXPECT_TRUE(runs_up(read).empty());
}

INSTANTIATE_TEST_SUITE_P(All, Written,
                         ::testing::Values(&numbered, &flyway, &golang_migrate, &goose, &dbmate, &alembic),
                         [](const auto& info) {
                           std::string name(info.param->name);
                           std::erase(name, '-');
                           return name;
                         });

using Formats = Folder;

TEST_F(Formats, ReadOnlyOnesSaySo) {
  file("init.sql", "CREATE TABLE t ();\n");
  const auto written = write_next(directory(), {.description = "x", .content = {}});
  ASSERT_FALSE(written.ok());
  EXPECT_NE(written.error().hint.find("migrate import"), std::string::npos);
  EXPECT_FALSE(format_named("rails").ok());
}

TEST_F(Formats, FlywayKnowsBaselinesRepeatablesAndSettings) {
  file("V1__a.sql", "CREATE TABLE a ();");
  file("V1.1__b.sql", "CREATE TABLE b ();");
  file("sub/V10__d.sql", "VACUUM;");
  file("V9__c.sql", "SELECT '${x}';");
  file("V9__c.sql.conf", "executeInTransaction = false\n");
  file("U9__c.sql", "SELECT 2;");
  file("B2__base.sql", "CREATE TABLE a (); CREATE TABLE b ();");
  file("R__views.sql", "CREATE OR REPLACE VIEW v AS SELECT 1;");
  file("notes.sql");
  const Directory read = directory();
  EXPECT_EQ(read.format, &flyway);
  std::vector<std::string> order;
  for (const Revision* r : from_nothing(read)) order.push_back(r->version + " " + r->description);
  EXPECT_EQ(order, (std::vector<std::string>{"2 base", "9 c", "10 d", " views"}));
  EXPECT_FALSE(find(read, "9")->content.up.segments.front().transactional);
  EXPECT_TRUE(find(read, "9")->content.has_down);
  EXPECT_FALSE(find(read, "10")->content.up.segments.front().transactional);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].code, "no-number");
  EXPECT_EQ(found[1].code, "placeholder");
}

TEST_F(Formats, FlywayAsksForNoPlaceholdersOnlyWhereThereAreSome) {
  File content;
  content.up.segments = {{.transactional = true, .sql = "SELECT '${x}';\n"}};
  const auto files = flyway.write(directory("flyway"), {.description = "x", .content = content});
  ASSERT_EQ(files->size(), 2u);
  EXPECT_EQ(files->at(1), (NewFile{.name = "V1__x.sql.conf", .text = "placeholderReplacement=false\n"}));
}

TEST_F(Formats, WrongNamesAndPairsAreNamed) {
  file("000001_a.up.sql", "SELECT 1;");
  file("000002_b.down.sql", "SELECT 1;");
  file("000001_c.up.sql", "SELECT 1;");
  directory();
  EXPECT_EQ(first_error(), "000001_c.up.sql: error: " + (path / "000001_a.up.sql").string() +
                               " has the same number [same-number]\n  hint: give the newer one the next free number");
  EXPECT_EQ(found.back().code, "no-up");
}

TEST_F(Formats, GooseMarksAreReadWithTheirLines) {
  file("00001_a.sql", "-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;\nSELECT 2;\n\n-- +goose Down\nSELECT 3;\n");
  const Directory read = directory();
  EXPECT_EQ(read.format, &goose);
  ASSERT_EQ(read.revisions.size(), 1u);
  EXPECT_FALSE(read.revisions[0].content.up.segments[0].transactional);
  EXPECT_EQ(read.revisions[0].content.up.segments[0].line, 3);
  EXPECT_EQ(read.revisions[0].content.down.segments[0].line, 7);
  file("00001_a.sql", "-- +goose Up\nSELECT 1;\n-- +goose Up\n");
  directory();
  EXPECT_EQ(first_error().substr(0, 44), "00001_a.sql:3:1: error: a second heading `+g");
  file("00001_a.sql", "-- +goose Up\n");
  file("00002_b.go", "package main");
  directory();
  EXPECT_EQ(first_error().substr(0, 18), "00002_b.go: error:");
}

TEST_F(Formats, AToolsMarkInsideABodyIsRefused) {
  File content;
  content.up.segments = {{.transactional = true, .sql = "CREATE FUNCTION f() … $$\n  -- +goose Up\n$$;\n"}};
  EXPECT_FALSE(goose.write(directory("goose"), {.description = "x", .content = content}).ok());
  content.up.segments[0].sql = "CREATE FUNCTION f() … $$\n-- migrate:down\n$$;\n";
  EXPECT_FALSE(dbmate.write(directory("dbmate"), {.description = "x", .content = content}).ok());
}

TEST_F(Formats, DbmateSaysTransactionsPerSection) {
  file("20240131120000_a.sql", "-- migrate:up transaction:false\nSELECT 1;\n-- migrate:down\nSELECT 2;\n");
  const Directory read = directory();
  EXPECT_EQ(read.format, &dbmate);
  EXPECT_FALSE(read.revisions[0].content.up.segments[0].transactional);
  EXPECT_TRUE(read.revisions[0].content.down.segments[0].transactional);
  const auto next = dbmate.write(read, {.description = "x", .content = {}});
  EXPECT_EQ(next->front().name.size(), std::string("20240131120000_x.sql").size());
  EXPECT_GT(next->front().name, "20250101000000");
}

TEST(Python, StringsAreReadBack) {
  for (const std::string text :
       {"", "a", "\"", "\\", "a\n\"\"\"b\"", "tab\t\r\n\x01", "größe", "\"\"\"\"\"\n\"\"", "'''\\'"}) {
    const auto lines = python_lines("x = " + python_string(text) + "\n");
    ASSERT_EQ(lines.size(), 1u) << python_string(text);
    ASSERT_EQ(lines[0].tokens.size(), 3u) << python_string(text);
    EXPECT_EQ(lines[0].tokens[2].text, text) << python_string(text);
  }
}

constexpr const char* alembic_head = R"py("""what people write

Revision ID: b2
"""
import sqlalchemy as sa
from alembic import op
from typing import Union

revision: str = 'b2'
down_revision: Union[str, None] = None

DROP = "DROP TABLE t"

)py";

TEST_F(Formats, AlembicAsPeopleWriteIt) {
  file("versions/b2_x.py", std::string(alembic_head) + R"py(
def upgrade():
    """Docs."""
    conn = op.get_bind()
    op.execute("CREATE TABLE t (a text "
               "DEFAULT 'x\:y')")  # a comment
    conn.execute(sa.text('''
        SELECT 1;
        SELECT 2
    '''))
    with op.get_context().autocommit_block():
        op.execute(r"CREATE INDEX CONCURRENTLY i ON t (a)")
    op.execute(sa.DDL("COMMENT ON TABLE t IS '100%% :sure'"),)


def downgrade(): op.execute(DROP + " CASCADE")
)py");
  const Directory read = directory();
  EXPECT_EQ(first_error(), "");
  EXPECT_EQ(read.format, &alembic);
  EXPECT_EQ(read.revisions.at(0).description, "what people write");
  EXPECT_EQ(runs_up(read), (std::vector<std::string>{"CREATE TABLE t (a text DEFAULT 'x:y')", "SELECT 1", "SELECT 2",
                                                     "alone: CREATE INDEX CONCURRENTLY i ON t (a)",
                                                     "COMMENT ON TABLE t IS '100% :sure'"}));
  EXPECT_EQ(runs_down(read), std::vector<std::string>{"DROP TABLE t CASCADE"});
  EXPECT_EQ(read.revisions[0].content.up.segments.at(0).line, 18);
}

TEST_F(Formats, AlembicOperationsAreNamedNotSkipped) {
  file("versions/b2_x.py", std::string(alembic_head) + "def upgrade():\n    op.add_column('t', sa.Column('a'))\n");
  directory();
  EXPECT_EQ(first_error().substr(0, 40), "versions/b2_x.py:15:1: error: trueup rea") << first_error();
  file("versions/b2_x.py", std::string(alembic_head) + "def upgrade():\n    op.execute(f'DROP TABLE {t}')\n");
  directory();
  EXPECT_NE(first_error(), "");
  file("versions/b2_x.py", std::string(alembic_head) + "def upgrade():\n    op.execute('SELECT :x')\n");
  directory();
  EXPECT_NE(first_error().find("bind parameter"), std::string::npos) << first_error();
}

TEST_F(Formats, AlembicRevisionsFormOneChain) {
  const auto revision = [&](const std::string& id, const std::string& follows) {
    file("versions/" + id + ".py", "revision = '" + id + "'\ndown_revision = " + follows + "\ndef upgrade(): pass\n");
  };
  revision("z1", "None");
  revision("a2", "'z1'");
  EXPECT_EQ(directory().revisions.at(1).version, "a2");
  revision("b2", "'z1'");
  directory();
  EXPECT_NE(first_error().find("nothing follows it"), std::string::npos) << first_error();
  revision("c3", "('a2', 'b2')");
  EXPECT_EQ(directory().revisions.size(), 4u);
  EXPECT_EQ(first_error(), "");
  revision("d4", "'gone'");
  directory();
  EXPECT_NE(first_error(), "");
}

TEST_F(Formats, SqitchFollowsItsPlan) {
  file("sqitch.plan",
       "%syntax-version=1.0.0\n%project=x\n\nz 2024-01-01T00:00:00Z A <a@b> # first\n@v1 2024-01-01T00:00:00Z A <a@b>\n"
       "a [z] 2024-01-02T00:00:00Z A <a@b>\nz [z@v1] 2024-01-03T00:00:00Z A <a@b>\n");
  file("deploy/z@v1.sql", "-- Deploy z\nBEGIN;\nCREATE TABLE z ();\nCOMMIT;\n");
  file("deploy/z.sql", "CREATE INDEX CONCURRENTLY i ON z (a);\n");
  file("deploy/a.sql", "\\set x 1\nBEGIN;\nALTER TABLE z ADD a int;\nCOMMIT;\n");
  file("revert/z@v1.sql", "DROP TABLE z;\n");
  const Directory read = directory();
  EXPECT_EQ(read.format, &sqitch);
  EXPECT_EQ(runs_up(read), (std::vector<std::string>{"CREATE TABLE z ()", "--", "ALTER TABLE z ADD a int",
                                                     "alone: CREATE INDEX CONCURRENTLY i ON z (a)"}));
  EXPECT_EQ(first_error().substr(0, 47), "deploy/a.sql:1:1: error: trueup does not run ps");
}

TEST_F(Formats, LiquibaseChangesets) {
  file("a.sql", "--liquibase formatted sql\n\n--changeset me:2\nCREATE TABLE b ();\n--rollback DROP TABLE b;\n");
  file("b.sql",
       "-- liquibase formatted sql\n-- changeset me:1 runInTransaction:false\nCREATE INDEX CONCURRENTLY i ON a (x);\n");
  file("changelog.yaml", "databaseChangeLog:\n  - include:\n      file: b.sql\n  - include:\n      file: a.sql\n");
  const Directory read = directory();
  EXPECT_EQ(read.format, &liquibase);
  EXPECT_EQ(runs_up(read),
            (std::vector<std::string>{"alone: CREATE INDEX CONCURRENTLY i ON a (x)", "CREATE TABLE b ()"}));
  EXPECT_EQ(runs_down(read), std::vector<std::string>{"DROP TABLE b"});
  EXPECT_EQ(read.revisions.at(1).version, "me:2");
  EXPECT_EQ(read.revisions.at(1).content.up.segments.at(0).line, 4);
}

}  // namespace
}  // namespace trueup::migrations
