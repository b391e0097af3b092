#include <algorithm>
#include <initializer_list>

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

constexpr int loose_members_since = 140000;

/// True for a member that is the family's even where the class states it (the access methods' amadjustmembers): it
/// would stay behind when the class goes.
bool is_loose(std::string_view method, const FamilyMember& member) {
  const auto one_of = [&](std::initializer_list<int> numbers) {
    return std::find(numbers.begin(), numbers.end(), member.number) != numbers.end();
  };
  if (method == "btree" || method == "hash") return member.is_function && member.number != 1;
  if (method == "gin") return !member.is_function || !one_of({2, 3});
  if (method == "gist") return !member.is_function || !one_of({1, 2, 5, 6, 7});
  if (method == "spgist") return !member.is_function || !one_of({1, 2, 3, 4, 5});
  return false;
}

Statements drop(const Object& object, const Context& context) {
  Statements statements;
  const OperatorClass& own = as<OperatorClass>(object);
  std::vector<std::string> loose;
  for (const FamilyMember& member : own.members)
    if (is_loose(object.id.signature, member)) loose.push_back(member_slot(member));
  if (!loose.empty() && std::max(context.from.server_version, context.to.server_version) >= loose_members_since)
    statements.push_back(statement("ALTER OPERATOR FAMILY " + sql_name(own.family) + " DROP " + join(loose, ",\n  ")));
  statements.push_back(statement("DROP OPERATOR CLASS " + sql_name(object.id)));
  return statements;
}

Statements add_members(const Object& from, const Object& to, const Context&) {
  const std::vector<FamilyMember>& before = as<OperatorClass>(from).members;
  std::vector<std::string> parts;
  for (const FamilyMember& member : as<OperatorClass>(to).members)
    if (std::find(before.begin(), before.end(), member) == before.end()) parts.push_back(member_text(member));
  return {
      statement("ALTER OPERATOR FAMILY " + sql_name(as<OperatorClass>(to).family) + " ADD " + join(parts, ",\n  "))};
}

/// The family takes more members for the class's type; a class never lets go of one. Before version 14 they would not
/// become the class's, and stay behind when it goes.
Change how_members(const Object& from, const Object& to, const Context& context) {
  if (std::min(context.from.server_version, context.to.server_version) < loose_members_since) return Change::rebuild;
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
