#include <algorithm>

#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string query(const Context&) {
  return "SELECT p.oid, p.polrelid, p.polname, p.polpermissive, p.polcmd, p.polroles, "
         "pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid) FROM pg_policy p";
}

std::string command(char letter) {
  switch (letter) {
    case 'r':
      return "select";
    case 'a':
      return "insert";
    case 'w':
      return "update";
    case 'd':
      return "delete";
    default:
      return "all";
  }
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const Relation* relation = context.managed(row.oid());
    if (relation == nullptr) continue;
    Object object{
        .id = {.kind = Kind::policy, .schema = relation->id.schema, .parent = relation->id.name, .name = row.text()}};
    Policy policy{.permissive = row.boolean(), .command = command(row.character()), .roles = {}};
    for (const std::int64_t role : row.numbers()) policy.roles.push_back(context.role(static_cast<Oid>(role)));
    std::sort(policy.roles.begin(), policy.roles.end());
    policy.using_expression.text = row.text();
    policy.check_expression.text = row.text();
    object.payload = std::move(policy);
    context.add({pg_policy, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step policy_step = {.what = "policies", .query = query, .fold = fold};

}  // namespace trueup::introspect
