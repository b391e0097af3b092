#include "model/implied_name.h"

#include <gtest/gtest.h>

namespace trueup {
namespace {

TEST(ImpliedName, IsCutToSixtyThreeBytesFromTheLongerPart) {
  const std::string a(40, 'a');
  const std::string b(40, 'b');
  EXPECT_EQ(make_object_name(a, b, "key"), a.substr(0, 29) + "_" + b.substr(0, 29) + "_key");
  EXPECT_EQ(make_object_name(a, "c", "check"), a + "_c_check");
  EXPECT_EQ(make_object_name("t", "", "pkey"), "t_pkey");
}

TEST(ImpliedName, IsCutAtWholeCharacters) {
  std::string umlauts;
  for (int i = 0; i < 32; ++i) umlauts += "ü";  // 64 bytes
  const std::string name = make_object_name(umlauts, "", "pkey");
  EXPECT_EQ(name, umlauts.substr(0, 58) + "_pkey");
  const std::string odd = make_object_name("x" + umlauts, "", "pkey");
  EXPECT_EQ(odd, "x" + umlauts.substr(0, 56) + "_pkey");
}

Object index_named(const std::string& name, std::vector<KeyElement> elements) {
  Index index;
  index.table = table_id("public", "t");
  index.elements = std::move(elements);
  Object object;
  object.id = {.kind = Kind::index, .schema = "public", .parent = {}, .name = name, .signature = {}};
  object.payload = std::move(index);
  return object;
}

TEST(ImpliedName, IsToldFromANameOfItsOwn) {
  KeyElement column;
  column.is_column = true;
  column.expression.text = "\"A b\"";
  EXPECT_TRUE(has_implied_name(index_named("t_A b_idx", {column})));
  EXPECT_TRUE(has_implied_name(index_named("t_A b_idx12", {column})));
  EXPECT_FALSE(has_implied_name(index_named("t_A b_idx_x", {column})));
  EXPECT_FALSE(has_implied_name(index_named("t_local_idx", {column})));
  EXPECT_FALSE(has_implied_name(index_named("t_A b_key", {column})));
  KeyElement expression;
  expression.expression.text = "lower(a)";
  EXPECT_TRUE(has_implied_name(index_named("t_lower_idx", {expression})));
  EXPECT_FALSE(has_implied_name(index_named("u_lower_idx", {expression})));
}

TEST(ImpliedName, OfAKeyEndsInItsLabel) {
  Object key;
  key.id = {.kind = Kind::unique_key, .schema = "public", .parent = "t", .name = "t_a_b_key", .signature = {}};
  Key payload;
  payload.columns = {"a", "b"};
  key.payload = payload;
  EXPECT_TRUE(has_implied_name(key));
  key.id.kind = Kind::primary_key;
  EXPECT_FALSE(has_implied_name(key));
  key.id.name = "t_pkey";
  EXPECT_TRUE(has_implied_name(key));
}

}  // namespace
}  // namespace trueup
