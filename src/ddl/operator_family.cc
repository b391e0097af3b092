#include <algorithm>

#include "ddl/attributes.h"
#include "ddl/family_member.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::vector<FamilyMember> missing(const std::vector<FamilyMember>& from, const std::vector<FamilyMember>& in) {
  std::vector<FamilyMember> found;
  for (const FamilyMember& member : from)
    if (std::find(in.begin(), in.end(), member) == in.end()) found.push_back(member);
  return found;
}

template <class Text>
void change(Statements& statements, const Object& family, std::string_view verb,
            const std::vector<FamilyMember>& members, Text text) {
  if (members.empty()) return;
  std::vector<std::string> parts;
  for (const FamilyMember& member : members) parts.push_back(text(member));
  statements.push_back(
      statement("ALTER OPERATOR FAMILY " + sql_name(family.id) + " " + std::string(verb) + " " + join(parts, ",\n  ")));
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {statement("CREATE OPERATOR FAMILY " + sql_name(object.id))};
  change(statements, object, "ADD", as<OperatorFamily>(object).members, member_text);
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP OPERATOR FAMILY " + sql_name(object.id))};
}

Statements alter_members(const Object& from, const Object& to, const Context&) {
  const std::vector<FamilyMember>& before = as<OperatorFamily>(from).members;
  const std::vector<FamilyMember>& after = as<OperatorFamily>(to).members;
  Statements statements;
  change(statements, to, "DROP", missing(before, after), member_slot);
  change(statements, to, "ADD", missing(after, before), member_text);
  return statements;
}

constexpr FieldRule fields[] = {{.field = "members", .alter = alter_members}};

}  // namespace

constinit const KindRules operator_family_rules = {
    .kind = Kind::operator_family, .weight = 106, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
