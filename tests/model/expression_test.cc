#include <gtest/gtest.h>

#include "model/object.h"

namespace trueup {
namespace {

Expression text(std::string sql) { return {.text = std::move(sql)}; }

std::vector<std::string> texts(const Object& object) {
  std::vector<std::string> found;
  each_expression(object, [&](const Expression& expression) { found.push_back(expression.text); });
  return found;
}

using Texts = std::vector<std::string>;

TEST(EachExpression, FindsPlainFields) {
  const Object check{.payload = Check{.expression = text("a > 0")}};
  EXPECT_EQ(texts(check), Texts({"a > 0"}));
  const Object policy{.payload = Policy{.using_expression = text("u"), .check_expression = text("c")}};
  EXPECT_EQ(texts(policy), Texts({"u", "c"}));
}

TEST(EachExpression, PassesOverEmptyOnes) {
  EXPECT_EQ(texts({.payload = Column{.type = "integer"}}), Texts());
  EXPECT_EQ(texts({.payload = Column{.type = "integer", .default_value = text("1")}}), Texts({"1"}));
}

TEST(EachExpression, FindsNestedOnes) {
  Index index{.predicate = text("p")};
  index.elements = {{.expression = text("a")}, {.expression = text("lower(b)")}};
  EXPECT_EQ(texts({.payload = index}), Texts({"a", "lower(b)", "p"}));

  Table table{.partition_bound = text("DEFAULT")};
  table.partition_key = PartitionKey{.strategy = "range", .elements = {{.expression = text("at")}}};
  EXPECT_EQ(texts({.payload = table}), Texts({"at", "DEFAULT"}));

  Routine routine{.sql_body = text("RETURN 1")};
  routine.parameters = {{.name = "a", .type = "integer"}, {.name = "b", .type = "integer", .default_value = text("2")}};
  EXPECT_EQ(texts({.payload = routine}), Texts({"2", "RETURN 1"}));

  View view{.query = text("SELECT 1")};
  view.column_defaults = {{"a", text("7")}};
  EXPECT_EQ(texts({.payload = view}), Texts({"SELECT 1", "7"}));
}

TEST(EachExpression, MayChangeThem) {
  Object check{.payload = Check{.expression = text("a > 0")}};
  each_expression(check, [](Expression& expression) { expression.key = "k"; });
  EXPECT_EQ(std::get<Check>(check.payload).expression.key, "k");
}

}  // namespace
}  // namespace trueup
