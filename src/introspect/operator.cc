#include "introspect/attributes.h"
#include "introspect/reference.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

// A shell, which another operator's COMMUTATOR or NEGATOR announces, has no function: it is no operator yet.
std::string query(const Context&) {
  return "SELECT o.oid, " + operator_column("o.oid") + ", " + routine_column("o.oprcode") +
         ", format_type(o.oprresult, NULL), " + operator_column("o.oprcom") + ", " + operator_column("o.oprnegate") +
         ", " + routine_column("o.oprrest") + ", " + routine_column("o.oprjoin") +
         ", o.oprcanhash, o.oprcanmerge, o.oprowner FROM pg_operator o "
         "WHERE o.oprcode <> 0 AND o.oprnamespace = ANY ($schemas)";
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_operator, oid)) continue;
    Object object{.id = read_operator(row).value_or(ObjectId{})};
    Operator own{.function = read_routine(row).value_or(ObjectId{}), .result = row.text()};
    own.commutator = read_operator(row);
    own.negator = read_operator(row);
    own.restrict = read_nameable(row);
    own.join = read_nameable(row);
    own.hashes = row.boolean();
    own.merges = row.boolean();
    object.payload = std::move(own);
    object.owner = context.role(row.oid());
    context.add({pg_operator, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step operator_step = {.what = "operators", .query = query, .fold = fold};

}  // namespace trueup::introspect
