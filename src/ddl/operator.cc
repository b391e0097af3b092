#include <algorithm>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string function_name(const ObjectId& id) { return qualified(id.schema, id.name); }
std::string in_brackets(const ObjectId& id) { return "OPERATOR(" + operator_name(id) + ")"; }

/// The operand types of "integer,public.mood".
std::vector<std::string> operands(const std::string& signature) {
  std::vector<std::string> found(1);
  bool quoted = false;
  for (const char c : signature) {
    if (c == '"') quoted = !quoted;
    if (c == ',' && !quoted)
      found.emplace_back();
    else
      found.back() += c;
  }
  return found;
}

Statements create(const Object& object, const Context& context) {
  const Operator& own = as<Operator>(object);
  std::vector<std::string> parts = {"PROCEDURE = " + function_name(own.function)};
  const std::vector<std::string> types = operands(object.id.signature);
  if (types.front() != "NONE") parts.push_back("LEFTARG = " + types.front());
  if (types.back() != "NONE") parts.push_back("RIGHTARG = " + types.back());
  if (own.commutator) parts.push_back("COMMUTATOR = " + in_brackets(*own.commutator));
  if (own.negator) parts.push_back("NEGATOR = " + in_brackets(*own.negator));
  if (own.restrict) parts.push_back("RESTRICT = " + function_name(*own.restrict));
  if (own.join) parts.push_back("JOIN = " + function_name(*own.join));
  if (own.hashes) parts.emplace_back("HASHES");
  if (own.merges) parts.emplace_back("MERGES");
  Statements statements = {
      statement("CREATE OPERATOR " + operator_name(object.id) + " (\n  " + join(parts, ",\n  ") + "\n)")};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP OPERATOR " + sql_name(object.id))}; }

Statements set(const Object& to, const std::string& what) {
  return {statement("ALTER OPERATOR " + sql_name(to.id) + " SET (" + what + ")")};
}

Statements alter_restrict(const Object&, const Object& to, const Context&) {
  const auto& estimator = as<Operator>(to).restrict;
  return set(to, "RESTRICT = " + (estimator ? function_name(*estimator) : "NONE"));
}

Statements alter_join(const Object&, const Object& to, const Context&) {
  const auto& estimator = as<Operator>(to).join;
  return set(to, "JOIN = " + (estimator ? function_name(*estimator) : "NONE"));
}

bool is_new_and_says_so(const ObjectId& other, const ObjectId& self, std::optional<ObjectId> Operator::*link,
                        const Context& context);

Statements alter_commutator(const Object&, const Object& to, const Context& context) {
  if (is_new_and_says_so(*as<Operator>(to).commutator, to.id, &Operator::commutator, context)) return {};
  return set(to, "COMMUTATOR = " + in_brackets(*as<Operator>(to).commutator));
}

Statements alter_negator(const Object&, const Object& to, const Context& context) {
  if (is_new_and_says_so(*as<Operator>(to).negator, to.id, &Operator::negator, context)) return {};
  return set(to, "NEGATOR = " + in_brackets(*as<Operator>(to).negator));
}

Statements alter_hashes(const Object&, const Object& to, const Context&) { return set(to, "HASHES"); }
Statements alter_merges(const Object&, const Object& to, const Context&) { return set(to, "MERGES"); }

/// From PostgreSQL 17 on, what an operator lacks can be given to it, but nothing taken away.
constexpr int can_complete = 170000;

bool is_new_and_says_so(const ObjectId& other, const ObjectId& self, std::optional<ObjectId> Operator::*link,
                        const Context& context) {
  const Object* object = context.from.find(other) ? nullptr : context.to.find(other);
  return object && as<Operator>(*object).*link == self;
}

template <auto member>
Change how_completed(const Object& from, const Object& to, const Context& context) {
  // A new operator that names this one in its turn brings the link along.
  if constexpr (requires { (as<Operator>(to).*member)->kind; })
    if (!(as<Operator>(from).*member) && is_new_and_says_so(*(as<Operator>(to).*member), to.id, member, context))
      return Change::alter;
  const bool gains = !(as<Operator>(from).*member) && (as<Operator>(to).*member);
  return gains && context.from.server_version >= can_complete ? Change::alter : Change::rebuild;
}

constexpr FieldRule fields[] = {
    {.field = "function", .alter = nullptr},
    {.field = "commutator", .alter = alter_commutator, .how = how_completed<&Operator::commutator>},
    {.field = "negator", .alter = alter_negator, .how = how_completed<&Operator::negator>},
    {.field = "restrict", .alter = alter_restrict},
    {.field = "join", .alter = alter_join},
    {.field = "hashes", .alter = alter_hashes, .how = how_completed<&Operator::hashes>},
    {.field = "merges", .alter = alter_merges, .how = how_completed<&Operator::merges>},
};

}  // namespace

constinit const KindRules operator_rules = {
    .kind = Kind::sql_operator, .weight = 105, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
