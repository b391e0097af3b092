#include "parse/operator.h"

#include <algorithm>

#include "parse/define.h"
#include "parse/reference.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

// The parameters of selectivity estimators (ValidateRestrictionEstimator, ValidateJoinEstimator).
const std::vector<std::string> restrict_signatures = {"internal,oid,internal,integer"};
const std::vector<std::string> join_signatures = {"internal,oid,internal,smallint,internal",
                                                  "internal,oid,internal,smallint"};

bool is_none(const PgQuery__DefElem& option) {
  return !option.arg || (option.arg->node_case == PG_QUERY__NODE__NODE_STRING && string_of(option.arg) == "none");
}

Nodes operator_parts(const PgQuery__DefElem& option) { return value_parts(option.arg); }

// get_other_operator: one that is there, or a shell that this statement makes.
ObjectId other_operator(const Step& step, Nodes parts, const ObjectId& self, const std::string& signature) {
  const std::string name(last_string(parts));
  const std::string_view stated = parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{};
  ObjectId id{
      .kind = Kind::sql_operator, .schema = std::string(stated), .parent = {}, .name = name, .signature = signature};
  if (!stated.empty()) return id;
  for (const std::string& schema : step.path()) {
    id.schema = schema;
    if (id == self || step.fold.catalog.find(id)) return id;
  }
  id.schema = creation_schema(step, {});
  return id;
}

// The operand types in the other order.
std::string swapped(const std::string& left, const std::string& right) { return right + "," + left; }

struct Operands {
  std::string left = "NONE";
  std::string right = "NONE";
};

Operands operands(const Step& step, Nodes definition) {
  Operands found;
  for (const Node* node : definition) {
    const PgQuery__DefElem& option = *node->def_elem;
    if (!option.arg || option.arg->node_case != PG_QUERY__NODE__NODE_TYPE_NAME) continue;
    const std::string_view name = option.defname;
    if (name == "leftarg") found.left = type_text(step, *option.arg->type_name, false);
    if (name == "rightarg") found.right = type_text(step, *option.arg->type_name, false);
  }
  return found;
}

// An option that CREATE and ALTER OPERATOR share.
Outcome set_option(const Step& step, const ObjectId& id, const Operands& types, Operator& own,
                   const PgQuery__DefElem& option) {
  const std::string_view name = option.defname;
  if (name == "commutator") {
    own.commutator = other_operator(step, operator_parts(option), id, swapped(types.left, types.right));
  } else if (name == "negator") {
    own.negator = other_operator(step, operator_parts(option), id, id.signature);
  } else if (name == "hashes") {
    own.hashes = value_true(option);
  } else if (name == "merges") {
    own.merges = value_true(option);
  } else if (name == "restrict" || name == "join") {
    const bool join = name == "join";
    std::optional<ObjectId>& estimator = join ? own.join : own.restrict;
    estimator.reset();
    if (is_none(option)) return {};
    Reference found = routine_reference(step, value_parts(option.arg), join ? join_signatures : restrict_signatures);
    if (!found.outcome.done()) return found.outcome;
    if (found.id) estimator = nameable(std::move(*found.id));
  } else if (name == "sort1" || name == "sort2" || name == "ltcmp" || name == "gtcmp") {
    own.merges = true;  // their old names: MERGES is all that is left of them
  }
  return {};
}

// OperatorUpd: the other operator learns of this one, unless it has one already.
void tell(Fold& fold, const ObjectId& self, const std::optional<ObjectId>& other,
          std::optional<ObjectId> Operator::*link) {
  Object* object = other && *other != self ? fold.catalog.find(*other) : nullptr;
  if (!object) return;
  std::optional<ObjectId>& theirs = std::get<Operator>(object->payload).*link;
  if (!theirs) theirs = self;
}

void tell_others(Fold& fold, const ObjectId& self, const Operator& own) {
  tell(fold, self, own.commutator, &Operator::commutator);
  tell(fold, self, own.negator, &Operator::negator);
}

std::string result_of(const Fold& fold, const ObjectId& function) {
  const Object* object = fold.catalog.find(function);
  const auto* routine = object ? std::get_if<Routine>(&object->payload) : nullptr;
  return routine ? routine->returns : std::string();
}

std::string signature_of(const Operands& types) {
  if (types.left == "NONE") return types.right;
  return types.right == "NONE" ? types.left : types.left + "," + types.right;
}

}  // namespace

Outcome create_operator(Step& step, const PgQuery__DefineStmt& stmt) {
  const Nodes parts = nodes(stmt.n_defnames, stmt.defnames);
  const Nodes definition = nodes(stmt.n_definition, stmt.definition);
  const Operands types = operands(step, definition);
  const std::string_view stated = parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{};
  const ObjectId id{.kind = Kind::sql_operator,
                    .schema = creation_schema(step, stated),
                    .parent = {},
                    .name = std::string(last_string(parts)),
                    .signature = types.left + "," + types.right};
  Operator own;
  for (const Node* node : definition) {
    const PgQuery__DefElem& option = *node->def_elem;
    const std::string_view name = option.defname;
    if (name == "procedure" || name == "function") {
      Reference found = routine_reference(step, value_parts(option.arg), {signature_of(types)});
      if (!found.id) return found.outcome;
      own.function = std::move(*found.id);
    } else if (Outcome outcome = set_option(step, id, types, own, option); !outcome.done()) {
      return outcome;
    }
  }
  own.result = result_of(step.fold, own.function);
  if (const Object* made = step.define(id, std::move(own)))
    tell_others(step.fold, id, std::get<Operator>(made->payload));
  return {};
}

Outcome alter_operator(Step& step, const PgQuery__AlterOperatorStmt& stmt) {
  const Nodes parts = nodes(stmt.opername->n_objname, stmt.opername->objname);
  const std::string signature = operands_of(step, nodes(stmt.opername->n_objargs, stmt.opername->objargs));
  const Reference target = operator_reference(step, parts, signature);
  Object* object = target.id ? step.fold.catalog.find(*target.id) : nullptr;
  if (!object) return missing("operator", parts);
  Operator own = std::get<Operator>(object->payload);
  Operands types;
  const std::size_t comma = signature.find(',');  // good enough for a name without commas
  types.left = signature.substr(0, comma);
  types.right = comma == std::string::npos ? "NONE" : signature.substr(comma + 1);
  for (const Node* node : nodes(stmt.n_options, stmt.options))
    if (Outcome outcome = set_option(step, *target.id, types, own, *node->def_elem); !outcome.done()) return outcome;
  tell_others(step.fold, *target.id, own);
  object->payload = std::move(own);
  return {};
}

}  // namespace trueup::parse
