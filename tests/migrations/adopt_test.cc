#include "migrations/adopt.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "migrations/folder.h"

namespace trueup::migrations {
namespace {

class Adopting : public Folder {
 protected:
  static const HistoryTable& table(std::string_view format) {
    const auto all = history_tables();
    return *std::find_if(all.begin(), all.end(), [&](const HistoryTable& t) { return t.format == format; });
  }
  /// The versions that are applied, or what failed.
  std::string versions(const std::string& format, const std::vector<TheirRow>& rows) {
    const Directory read = directory();
    const auto all = adopted(read, table(format), rows);
    if (!all) return all.error().message;
    std::string text;
    for (const Revision* r : *all) text += (text.empty() ? "" : " ") + r->version;
    return text;
  }
};

TEST_F(Adopting, TheirOwnDirectory) {
  for (const auto* name : {"000001_a.up.sql", "000002_b.up.sql", "000003_c.up.sql"}) file(name, "SELECT 1;");
  EXPECT_EQ(versions("golang-migrate", {{"2", "", true}}), "000001 000002");
  EXPECT_NE(versions("golang-migrate", {{"2", "", false}}).find("failed half way"), std::string::npos);
  EXPECT_NE(versions("golang-migrate", {{"4", "", true}}).find("has none that was it"), std::string::npos);
}

TEST_F(Adopting, WhatWasImportedFromIt) {
  const auto imported = [&](const std::string& name, const std::string& from) {
    file(name, "-- trueup migration, format 1\n-- Imported: " + from + "\n\n-- Schema Change: Up\nSELECT 1;\n");
  };
  imported("001_a.sql", "flyway 1");
  imported("002_b.sql", "flyway 1.2");
  imported("003_c.sql", "flyway 7");
  imported("004_v.sql", "flyway the_views");
  EXPECT_EQ(versions("flyway", {{"1", "a", true}, {"1.2", "b", true}}), "001 002");
  EXPECT_EQ(versions("flyway", {{"1", "", true}, {"1.2", "", true}, {"7", "", true}, {"", "the views", true}}),
            "001 002 003 004");
  EXPECT_NE(versions("flyway", {{"1", "", true}, {"7", "", true}}).find("is not applied, though"), std::string::npos);
  EXPECT_NE(versions("goose", {{"1", "", true}}).find("has none that was it"), std::string::npos);
}

TEST_F(Adopting, ReworkedChangesOfSqitch) {
  file("sqitch.plan", "%project=x\na 2024 x\n@v1 2024 x\nb 2024 x\na [a@v1] 2024 x\n");
  for (const auto* name : {"deploy/a@v1.sql", "deploy/b.sql", "deploy/a.sql"}) file(name, "SELECT 1;");
  EXPECT_EQ(versions("sqitch", {{"", "a", true}, {"", "b", true}}), "a@v1 b");
  EXPECT_EQ(versions("sqitch", {{"", "a", true}, {"", "b", true}, {"", "a", true}}), "a@v1 b a");
}

TEST_F(Adopting, AnAlembicHeadStandsForWhatItFollows) {
  file("versions/b.py", "revision = 'b'\ndown_revision = 'a'\ndef upgrade(): pass\n");
  file("versions/a.py", "revision = 'a'\ndown_revision = None\ndef upgrade(): pass\n");
  file("versions/c.py", "revision = 'c'\ndown_revision = 'b'\ndef upgrade(): pass\n");
  EXPECT_EQ(versions("alembic", {{"b", "", true}}), "a b");
}

}  // namespace
}  // namespace trueup::migrations
