#include <fmt/format.h>

#include "base/quote.h"
#include "parse/acl.h"
#include "parse/column.h"
#include "parse/expression.h"
#include "parse/implied_name.h"
#include "parse/type.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

ObjectId check_id(const ObjectId& domain, std::string_view name) {
  return {.kind = Kind::domain_check,
          .schema = domain.schema,
          .parent = domain.name,
          .name = std::string(name),
          .signature = {}};
}

void add_domain_check(const Step& step, const ObjectId& domain, const PgQuery__Constraint& node, bool fresh) {
  const std::string name = *node.conname != '\0'
                               ? cut_identifier(node.conname)
                               : choose_constraint_name(step.fold, domain.schema, domain.name, "", "check");
  DomainCheck check{.expression = expression_of(step, node.raw_expr), .not_valid = !fresh && node.skip_validation};
  step.define(check_id(domain, name), std::move(check), node.location);
}

// From version 17 on there is a constraint with a name behind it.
void set_not_null(const Step& step, const ObjectId& id, Domain& domain, std::string_view name) {
  if (!domain.not_null && step.fold.options.server_version >= 170000)
    domain.not_null_name =
        name.empty() ? choose_constraint_name(step.fold, id.schema, id.name, "", "not_null") : cut_identifier(name);
  domain.not_null = true;
}

void set_nullable(Domain& domain) {
  domain.not_null = false;
  domain.not_null_name.clear();
  domain.not_null_comment.clear();
}

void take_constraint(const Step& step, const ObjectId& id, Domain& domain, const PgQuery__Constraint& node) {
  switch (static_cast<int>(node.contype)) {
    case PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL:
      set_not_null(step, id, domain, node.conname);
      break;
    case PG_QUERY__CONSTR_TYPE__CONSTR_NULL:
      set_nullable(domain);
      break;
    case PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT:
      domain.default_value = expression_of(step, node.raw_expr);
      break;
    default:
      break;
  }
}

Outcome alter_check(Step& step, const ObjectId& id, const PgQuery__AlterDomainStmt& stmt) {
  const ObjectId check = check_id(id, stmt.name);
  Object* object = step.fold.catalog.find(check);
  if (!object) return stmt.missing_ok ? Outcome{} : Outcome{.missing = to_string(check), .offset = -1};
  if (*stmt.subtype == 'X')
    step.fold.erase(check);
  else
    std::get<DomainCheck>(object->payload).not_valid = false;
  return {};
}

}  // namespace

Outcome create_domain(Step& step, const PgQuery__CreateDomainStmt& stmt) {
  const ObjectId id = created_object(step, Kind::domain, nodes(stmt.n_domainname, stmt.domainname));
  Domain domain;
  domain.type = type_text(step, *stmt.type_name);
  if (stmt.coll_clause)
    domain.collation = collation_text(step, nodes(stmt.coll_clause->n_collname, stmt.coll_clause->collname));
  for (const Node* node : nodes(stmt.n_constraints, stmt.constraints))
    take_constraint(step, id, domain, *node->constraint);
  Object* object = step.define(id, std::move(domain));
  if (!object) return {};
  apply_default_acl(step, *object);
  for (const Node* node : nodes(stmt.n_constraints, stmt.constraints))
    if (node->constraint->contype == PG_QUERY__CONSTR_TYPE__CONSTR_CHECK)
      add_domain_check(step, id, *node->constraint, true);
  return {};
}

// The subtype's letters are the grammar's: T default, N drop not null, O set not null, C add, X drop, V validate.
Outcome alter_domain(Step& step, const PgQuery__AlterDomainStmt& stmt) {
  const Nodes parts = nodes(stmt.n_type_name, stmt.type_name);
  const ObjectId* found = find_type(step, parts);
  Object* object = found ? step.fold.catalog.find(*found) : nullptr;
  auto* domain = object ? std::get_if<Domain>(&object->payload) : nullptr;
  if (!domain) return missing("domain", parts);
  const ObjectId id = *found;
  switch (*stmt.subtype) {
    case 'T':
      domain->default_value = expression_of(step, stmt.def);
      return {};
    case 'N':
      set_nullable(*domain);
      return {};
    case 'O':
      set_not_null(step, id, *domain, {});
      return {};
    case 'C':
      if (stmt.def->constraint->contype == PG_QUERY__CONSTR_TYPE__CONSTR_CHECK)
        add_domain_check(step, id, *stmt.def->constraint, false);
      else
        take_constraint(step, id, *domain, *stmt.def->constraint);
      return {};
    default:
      if (*stmt.subtype == 'X' && domain->not_null && domain->not_null_name == stmt.name) {
        set_nullable(*domain);
        return {};
      }
      return alter_check(step, id, stmt);
  }
}

}  // namespace trueup::parse
