#include "ddl/family_member.h"

#include <fmt/format.h>

#include "base/quote.h"

namespace trueup::ddl {

static std::string types_of(const FamilyMember& member) { return "(" + member.left + ", " + member.right + ")"; }

std::string member_text(const FamilyMember& member) {
  if (member.is_function)
    return fmt::format("FUNCTION {} {} {}", member.number, types_of(member), sql_name(member.object));
  std::string text = fmt::format("OPERATOR {} {}{}", member.number, operator_name(member.object), types_of(member));
  if (member.order_family) text += " FOR ORDER BY " + qualified(member.order_family->schema, member.order_family->name);
  return text;
}

std::string member_slot(const FamilyMember& member) {
  return fmt::format("{} {} {}", member.is_function ? "FUNCTION" : "OPERATOR", member.number, types_of(member));
}

}  // namespace trueup::ddl
