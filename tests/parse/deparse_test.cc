#include "parse/reading.h"
#include "parse/tree.h"

namespace trueup {
namespace {

std::string deparsed(const std::string& text) {
  parse::Tree tree;
  const PgQuery__Node* node = parse::parse_expression(text, tree, nullptr);
  if (!node) return "does not parse";
  const Result<std::string> result = parse::deparse_expression(*node);
  return result ? *result : result.error().message;
}

// Operands that change their meaning when their brackets are forgotten, and what may stand around them.
const char* const operands[] = {"a AND b",
                                "NOT a",
                                "a IS NULL",
                                "a IS DISTINCT FROM b",
                                "a BETWEEN b AND c",
                                "a LIKE 'x'",
                                "a AT TIME ZONE 'x'",
                                "a COLLATE \"C\"",
                                "a || b",
                                "a = ANY (SELECT 1)",
                                "a IN (1, 2)",
                                "- a",
                                "CASE WHEN a THEN b END",
                                "a IS NORMALIZED",
                                "a::text",
                                "(SELECT 1)"};
const char* const surroundings[] = {"(%)::int",
                                    "(%) IS NULL",
                                    "(%) IS TRUE",
                                    "NOT (%)",
                                    "(%) = z",
                                    "z = (%)",
                                    "z || (%)",
                                    "- (%)",
                                    "(%) BETWEEN y AND z",
                                    "z BETWEEN (%) AND y",
                                    "(%) LIKE z",
                                    "(%) AT TIME ZONE z",
                                    "z AT TIME ZONE (%)",
                                    "(%) COLLATE \"C\"",
                                    "(%)[1]",
                                    "(%) IN (1, 2)",
                                    "(%) = ALL (SELECT 1)",
                                    "position((%) in z)"};

TEST(Deparse, KeepsEveryOperandTogether) {
  for (const char* operand : operands) {
    for (const char* surrounding : surroundings) {
      std::string text = surrounding;
      text.replace(text.find('%'), 1, operand);
      const std::string once = deparsed(text);
      // Were brackets lost, the text would be read differently, and deparse differently from there on.
      std::string bracketed = surrounding;
      bracketed.replace(bracketed.find('%'), 1, "((" + std::string(operand) + "))");
      EXPECT_EQ(deparsed(once), once) << text;
      EXPECT_EQ(deparsed(bracketed), once) << text;
    }
  }
}

TEST(Deparse, SaysWhatWasWritten) {
  EXPECT_EQ(deparsed("(now() AT TIME ZONE 'utc')::text"), "(now() AT TIME ZONE 'utc')::text");
  EXPECT_EQ(deparsed("(NOT a) IS NULL"), "(NOT a) IS NULL");
  EXPECT_EQ(deparsed("a + b * c"), "a + (b * c)");
  EXPECT_EQ(deparsed("-1"), "-1");
}

TEST(Deparse, LockedRowsStandApartFromTheirTables) {
  for (const char* locking : {"FOR UPDATE OF t SKIP LOCKED", "FOR SHARE OF t, u NOWAIT", "FOR UPDATE OF \"A b\" NOWAIT",
                              "FOR UPDATE OF t NOWAIT FOR UPDATE OF u NOWAIT", "FOR UPDATE NOWAIT"}) {
    const std::string query = "SELECT 1 FROM t, u, v \"A b\" " + std::string(locking);
    const parse::Tree tree = parse::Tree::of_script(query, nullptr);
    ASSERT_EQ(tree.size(), 1U) << query;
    const Result<std::string> text = parse::deparse_statement(*tree[0].stmt);
    ASSERT_TRUE(text.ok());
    EXPECT_EQ(*text, query);
  }
}

}  // namespace
}  // namespace trueup
