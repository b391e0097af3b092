#include "canonical/keys.h"

namespace trueup::canonical::testing {
namespace {

constexpr const char* shop =
    "CREATE SCHEMA shop; SET search_path = shop, public;"
    "CREATE TYPE kind AS ENUM ('a', 'b');"
    "CREATE FUNCTION rate(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';"
    "CREATE TABLE goods (id integer PRIMARY KEY, k kind DEFAULT 'a', n integer DEFAULT rate(3),"
    "  CONSTRAINT fair CHECK (rate(n) > 0 AND k <> 'b'::kind));"
    "CREATE VIEW listed (nr, what) AS SELECT id, k::kind FROM goods WHERE rate(id) = 1;"
    "CREATE POLICY own ON goods USING (id IN (SELECT id FROM goods g WHERE g.k = 'a'));";

ObjectId shop_id(Kind kind, const std::string& name, const std::string& parent = {},
                 const std::string& signature = {}) {
  return {.kind = kind, .schema = "shop", .parent = parent, .name = name, .signature = signature};
}

TEST(Qualify, WritesSchemasWhereTheAuthorLeftThemToTheSearchPath) {
  const Catalog catalog = read(shop);
  const auto& check = std::get<Check>(catalog.find(shop_id(Kind::check, "fair", "goods"))->payload).expression;
  EXPECT_EQ(check.text, "shop.rate(n) > 0 AND k <> 'b'::shop.kind");
  EXPECT_TRUE(check.search_path.empty());
  const auto& column = std::get<Column>(catalog.find(column_id("shop", "goods", "n"))->payload);
  EXPECT_EQ(column.default_value.text, "shop.rate(3)");
  const auto& policy = std::get<Policy>(catalog.find(shop_id(Kind::policy, "own", "goods"))->payload);
  EXPECT_EQ(policy.using_expression.text, "id IN (SELECT id FROM shop.goods g WHERE g.k = 'a')");
}

TEST(Qualify, FoldsColumnNamesOfAViewIntoItsQuery) {
  const Catalog catalog = read(shop);
  const auto& view = std::get<View>(catalog.find(shop_id(Kind::view, "listed"))->payload);
  EXPECT_TRUE(view.column_names.empty());
  EXPECT_EQ(view.query.text, "SELECT id AS nr, k::shop.kind AS what FROM shop.goods WHERE shop.rate(id) = 1");
}

TEST(Qualify, TheTextItWroteReadsAsTheSameKey) {
  const Catalog first = read(shop);
  const auto& view = std::get<View>(first.find(shop_id(Kind::view, "listed"))->payload);
  const Catalog second =
      read(std::string(shop) + "SET search_path = public; CREATE VIEW shop.again AS " + view.query.text + ";");
  EXPECT_EQ(std::get<View>(second.find(shop_id(Kind::view, "again"))->payload).query.key, view.query.key);
}

TEST(References, NameWhatADefinitionNeeds) {
  const Catalog catalog = read(shop);
  const auto has = [&](const ObjectId& from, const ObjectId& to) {
    const std::vector<ObjectId>& found = catalog.find(from)->references;
    return std::find(found.begin(), found.end(), to) != found.end();
  };
  const ObjectId goods = shop_id(Kind::table, "goods");
  const ObjectId rate = shop_id(Kind::function, "rate", {}, "integer");
  const ObjectId kind = shop_id(Kind::enum_type, "kind");
  EXPECT_TRUE(has(goods, {.kind = Kind::schema, .schema = {}, .parent = {}, .name = "shop", .signature = {}}));
  EXPECT_TRUE(has(column_id("shop", "goods", "k"), kind));
  EXPECT_TRUE(has(column_id("shop", "goods", "n"), rate));
  EXPECT_TRUE(has(column_id("shop", "goods", "n"), goods));
  EXPECT_TRUE(has(shop_id(Kind::check, "fair", "goods"), rate));
  EXPECT_TRUE(has(shop_id(Kind::check, "fair", "goods"), column_id("shop", "goods", "k")));
  EXPECT_TRUE(has(shop_id(Kind::view, "listed"), column_id("shop", "goods", "id")));
  EXPECT_TRUE(has(shop_id(Kind::view, "listed"), goods));
  EXPECT_TRUE(has(shop_id(Kind::policy, "own", "goods"), column_id("shop", "goods", "k")));
  for (const auto& [id, object] : catalog.objects) EXPECT_FALSE(has(id, id)) << to_string(id);
}

TEST(References, OfAForeignKeyIncludeTheKeyItStandsOn) {
  const Catalog catalog = read(
      "CREATE TABLE a (id integer PRIMARY KEY, u integer UNIQUE);"
      "CREATE TABLE b (x integer REFERENCES a, y integer REFERENCES a (u));");
  const auto references = [&](const char* name) {
    return catalog.find({.kind = Kind::foreign_key, .schema = "public", .parent = "b", .name = name, .signature = {}})
        ->references;
  };
  const auto names = [](const std::vector<ObjectId>& ids) {
    std::string text;
    for (const ObjectId& id : ids) text += to_string(id) + ";";
    return text;
  };
  EXPECT_NE(names(references("b_x_fkey")).find("primary key public.a.a_pkey"), std::string::npos);
  EXPECT_EQ(names(references("b_x_fkey")).find("a_u_key"), std::string::npos);
  EXPECT_NE(names(references("b_y_fkey")).find("a_u_key"), std::string::npos);
}

TEST(Canonicalise, DoneTwiceChangesNothing) {
  Catalog catalog = read(std::string(shop));
  const Catalog before = catalog;
  canonicalise(catalog);
  for (const auto& [id, object] : before.objects) {
    EXPECT_EQ(object.references, catalog.find(id)->references);
    std::vector<std::string> keys;
    each_expression(object, [&](const Expression& expression) { keys.push_back(expression.key + expression.text); });
    std::size_t i = 0;
    each_expression(std::as_const(*catalog.find(id)),
                    [&](const Expression& expression) { EXPECT_EQ(keys[i++], expression.key + expression.text); });
  }
}

TEST(KeyElements, DropTheOperatorClassAndCollationThatHoldAnyway) {
  const Catalog catalog = read(
      "CREATE TABLE t (a text, v varchar, n integer);"
      "CREATE INDEX plain ON t (a text_ops, v text_ops, n int4_ops);"
      "CREATE INDEX pattern ON t (a text_pattern_ops, v varchar_pattern_ops);"
      "CREATE INDEX lowered ON t (lower(a) text_ops);");
  const auto opclasses = [&](const char* name) {
    std::string text;
    const Object* object =
        catalog.find({.kind = Kind::index, .schema = "public", .parent = {}, .name = name, .signature = {}});
    for (const KeyElement& element : std::get<Index>(object->payload).elements) text += element.opclass + ";";
    return text;
  };
  EXPECT_EQ(opclasses("plain"), ";;;");
  EXPECT_EQ(opclasses("pattern"), "text_pattern_ops;varchar_pattern_ops;");
  EXPECT_EQ(opclasses("lowered"), ";");
}

}  // namespace
}  // namespace trueup::canonical::testing
