#include <algorithm>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/family_member.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statements create(const Object& object, const Context& context) {
  const OperatorClass& own = as<OperatorClass>(object);
  std::vector<std::string> parts;
  for (const FamilyMember& member : own.members) parts.push_back(member_text(member));
  // The list must not be empty: the type is stored as itself unless STORAGE says otherwise.
  if (!own.storage.empty() || parts.empty())
    parts.push_back("STORAGE " + (own.storage.empty() ? own.type : own.storage));
  Statements statements = {statement("CREATE OPERATOR CLASS " + qualified(object.id.schema, object.id.name) +
                                     (own.is_default ? " DEFAULT" : "") + " FOR TYPE " + own.type + " USING " +
                                     quote_identifier(object.id.signature) + " FAMILY " +
                                     qualified(own.family.schema, own.family.name) + " AS\n  " + join(parts, ",\n  "))};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP OPERATOR CLASS " + sql_name(object.id))};
}

Statements add_members(const Object& from, const Object& to, const Context&) {
  const std::vector<FamilyMember>& before = as<OperatorClass>(from).members;
  std::vector<std::string> parts;
  for (const FamilyMember& member : as<OperatorClass>(to).members)
    if (std::find(before.begin(), before.end(), member) == before.end()) parts.push_back(member_text(member));
  return {
      statement("ALTER OPERATOR FAMILY " + sql_name(as<OperatorClass>(to).family) + " ADD " + join(parts, ",\n  "))};
}

/// The family takes more members for the class's type; a class never lets go of one.
Change how_members(const Object& from, const Object& to, const Context&) {
  const std::vector<FamilyMember>& after = as<OperatorClass>(to).members;
  const auto stays = [&](const FamilyMember& member) {
    return std::find(after.begin(), after.end(), member) != after.end();
  };
  const std::vector<FamilyMember>& before = as<OperatorClass>(from).members;
  return std::all_of(before.begin(), before.end(), stays) ? Change::alter : Change::rebuild;
}

constexpr FieldRule fields[] = {
    {.field = "default", .alter = nullptr},
    {.field = "type", .alter = nullptr},
    {.field = "family", .alter = nullptr},
    {.field = "storage", .alter = nullptr},
    {.field = "members", .alter = add_members, .how = how_members},
};

}  // namespace

constinit const KindRules operator_class_rules = {
    .kind = Kind::operator_class, .weight = 107, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
