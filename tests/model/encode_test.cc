#include "model/encode.h"

#include <gtest/gtest.h>

namespace trueup {
namespace {

template <class T>
std::string encoded(const T& value) {
  std::string text;
  encode(text, value);
  return text;
}

std::string value_of(const Object& object, std::string_view name) {
  for (const Field& field : fields_of(object))
    if (field.name == name) return field.value;
  return "no such field";
}

Object column(Column payload) { return {.id = column_id("public", "t", "c"), .payload = std::move(payload)}; }

TEST(Encode, StringsThatTogetherLookAlikeStayApart) {
  using List = std::vector<std::string>;
  EXPECT_NE(encoded(List{"a,b"}), encoded(List{"a", "b"}));
  EXPECT_NE(encoded(List{"1:a", ""}), encoded(List{"", "1:a"}));
  EXPECT_NE(encoded(List{}), encoded(List{""}));
}

TEST(Encode, NothingIsNotAnEmptyValue) {
  EXPECT_NE(encoded(std::optional<Identity>()), encoded(std::optional<Identity>(Identity())));
}

TEST(Encode, MapsKeepKeysAndValuesApart) {
  using Map = std::map<std::string, std::string>;
  EXPECT_NE(encoded(Map{{"a", "b"}, {"c", "d"}}), encoded(Map{{"a", "b,1:c:1:d"}}));
  EXPECT_EQ(encoded(Map{{"a", "1"}, {"b", "2"}}), encoded(Map{{"b", "2"}, {"a", "1"}}));
}

TEST(Encode, NumbersInFull) {
  EXPECT_NE(encoded(0.5), encoded(0.25));
  EXPECT_NE(encoded(std::int64_t{9223372036854775807}), encoded(std::int64_t{9223372036854775806}));
}

TEST(Encode, AnExpressionByItsKeyOnceItHasOne) {
  Expression a{.text = "now()"};
  Expression b{.text = "pg_catalog.now()"};
  EXPECT_NE(encoded(a), encoded(b));
  a.key = b.key = "call now";
  EXPECT_EQ(encoded(a), encoded(b));
}

TEST(FieldsOf, CommonAttributesComeLast) {
  const std::vector<Field> fields = fields_of(column({.type = "integer"}));
  ASSERT_GE(fields.size(), 4U);
  EXPECT_EQ(fields.front().name, "type");
  EXPECT_EQ(fields[fields.size() - 4].name, "owner");
  EXPECT_EQ(fields[fields.size() - 3].name, "comment");
  EXPECT_EQ(fields.back().name, "security_labels");
}

TEST(FieldsOf, PositionIsNoField) {
  const Object first = column({.position = 1, .type = "integer"});
  const Object second = column({.position = 2, .type = "integer"});
  for (const Field& field : fields_of(first)) EXPECT_EQ(field.value, value_of(second, field.name)) << field.name;
}

TEST(FieldsOf, GrantsShowRolePrivilegeAndOption) {
  Object plain = column({.type = "integer"});
  Object granted = plain;
  Object grantable = plain;
  granted.acl.grants.insert({.grantee = "ann", .privilege = "SELECT"});
  grantable.acl.grants.insert({.grantee = "ann", .privilege = "SELECT", .grantable = true});
  EXPECT_NE(value_of(plain, "acl"), value_of(granted, "acl"));
  EXPECT_NE(value_of(granted, "acl"), value_of(grantable, "acl"));
  plain.acl.owner_revoked.insert("SELECT");
  EXPECT_NE(value_of(plain, "acl"), value_of(granted, "acl"));
}

TEST(FieldsOf, ChangingAnyFieldOfASequenceChangesItsText) {
  const Object before{.id = {.kind = Kind::sequence, .schema = "s", .name = "q"}, .payload = Sequence()};
  Sequence payload;
  payload.options.cycle = true;
  payload.options.cache = 2;
  payload.unlogged = true;
  payload.owned_by = column_id("s", "t", "c");
  const Object after{.id = before.id, .payload = payload};
  for (const std::string name : {"cycle", "cache", "unlogged", "owned_by"})
    EXPECT_NE(value_of(before, name), value_of(after, name)) << name;
  EXPECT_EQ(value_of(before, "start"), value_of(after, "start"));
}

}  // namespace
}  // namespace trueup
