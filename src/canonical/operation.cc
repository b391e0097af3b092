#include <algorithm>
#include <array>

#include "canonical/analyzer.h"
#include "canonical/candidates.h"

namespace trueup::canonical {
namespace {

bool is_comparison(std::string_view name) {
  static constexpr std::array<std::string_view, 14> comparisons = {"=",   "<>",  "<",    ">", "<=", ">=", "~~",
                                                                   "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*"};
  return std::find(comparisons.begin(), comparisons.end(), name) != comparisons.end();
}

bool is_null_constant(const PgQuery__Node* node) {
  return node->node_case == PG_QUERY__NODE__NODE_A_CONST && node->a_const->isnull;
}

}  // namespace

bool has_own_columns(const Expr* expr, const Scope* scope) {
  if (expr->op == Op::column) return expr->entry && expr->entry->owner == scope;
  return std::any_of(expr->args.begin(), expr->args.end(),
                     [&](const Expr* arg) { return has_own_columns(arg, scope); });
}

/// oper() and left_oper(): exact types first, then the best candidate.
const OperatorInfo* Analyzer::resolve_operator(std::string_view schema, std::string_view name, TypeId left,
                                               TypeId right) {
  const bool prefix = left == type::none;
  auto* all = arena.keep<std::vector<OperatorInfo>>();
  for (OperatorInfo& candidate : names.operators(schema, name, path))
    if ((candidate.left == type::none) == prefix) all->push_back(candidate);
  const auto exact = [&](TypeId a, TypeId b) -> const OperatorInfo* {
    for (const OperatorInfo& candidate : *all)
      if (candidate.left == a && candidate.right == b) return &candidate;
    return nullptr;
  };
  TypeId assumed_left = left;
  TypeId assumed_right = right;
  const bool guessed = !prefix && (left == type::unknown) != (right == type::unknown);
  if (guessed && left == type::unknown) assumed_left = right;
  if (guessed && right == type::unknown) assumed_right = left;
  if (const OperatorInfo* found = exact(assumed_left, assumed_right)) return found;
  if (guessed && names.types.base(assumed_left) != assumed_left) {
    const TypeId base = names.types.base(assumed_left);
    if (const OperatorInfo* found = exact(base, base)) return found;
  }
  std::vector<const OperatorInfo*> fitting;
  std::vector<std::vector<TypeId>> arguments;
  const std::vector<TypeId> inputs = prefix ? std::vector{right} : std::vector{left, right};
  for (const OperatorInfo& candidate : *all) {
    std::vector<TypeId> wanted = prefix ? std::vector{candidate.right} : std::vector{candidate.left, candidate.right};
    if (!coerce.can(inputs, wanted, Context::implicit)) continue;
    fitting.push_back(&candidate);
    arguments.push_back(std::move(wanted));
  }
  if (fitting.size() == 1) return fitting[0];
  if (fitting.empty()) return nullptr;
  const auto best = select_candidate(names.types, coerce, inputs, arguments);
  return best ? fitting[*best] : nullptr;
}

Expr* Analyzer::make_operation(std::string_view schema, std::string_view name, Expr* left, Expr* right, int location) {
  Expr* expr = arena.make(Op::operation);
  expr->text = name == "!=" ? "<>" : name;
  const bool known = right->type.id != type::none && (!left || left->type.id != type::none);
  const OperatorInfo* found =
      known ? resolve_operator(schema, expr->text, left ? left->type.id : type::none, right->type.id) : nullptr;
  if (found) {
    std::vector<TypeId> actual;
    std::vector<TypeId> declared;
    if (left) {
      actual.push_back(left->type.id);
      declared.push_back(found->left);
    }
    actual.push_back(right->type.id);
    declared.push_back(found->right);
    const TypeId result = coerce.resolve_polymorphic(actual, declared, found->result);
    Expr* new_left = left ? coerce.to_type(left, declared.front(), Context::implicit, true) : nullptr;
    Expr* new_right = coerce.to_type(right, declared.back(), Context::implicit, true);
    if (result != type::none && new_right && (!left || new_left)) {
      expr->type.id = result;
      if (found->object) references.insert(*found->object);
      expr->schema = found->schema;
      if (schema.empty()) qualify_operator(location, name, found->schema);
      if (left) expr->args.push_back(new_left);
      expr->args.push_back(new_right);
      return expr;
    }
  }
  unsure = true;
  if (is_comparison(expr->text)) expr->type.id = type::boolean;
  expr->schema = schema == "pg_catalog" ? std::string_view() : schema;
  if (schema.empty() && known && names.operators({}, expr->text, path).empty())
    if (const std::string only = only_schema(); !only.empty()) {
      expr->schema = only;
      qualify_operator(location, name, only);
    }
  if (left) expr->args.push_back(left);
  expr->args.push_back(right);
  return expr;
}

/// make_scalar_array_op.
Expr* Analyzer::any_or_all(std::string_view schema, std::string_view name, bool all, Expr* left, Expr* right,
                           int location) {
  Expr* expr = arena.make(Op::scalar_array, {type::boolean, -1});
  expr->text = name == "!=" ? "<>" : name;
  expr->flag = all;
  expr->args = {left, right};
  const TypeId element = right->type.id == type::unknown ? type::unknown : names.types.element(right->type.id);
  const OperatorInfo* found = nullptr;
  if (left->type.id != type::none && element != type::none)
    found = resolve_operator(schema, expr->text, left->type.id, element);
  if (found) {
    const std::vector<TypeId> actual = {left->type.id, element};
    std::vector<TypeId> declared = {found->left, found->right};
    if (coerce.resolve_polymorphic(actual, declared, found->result) != type::none) {
      Expr* new_left = coerce.to_type(left, declared[0], Context::implicit, true);
      Expr* new_right = coerce.to_type(right, names.types.array_of(declared[1]), Context::implicit, true);
      if (new_left && new_right) {
        expr->args = {new_left, new_right};
        if (found->object) references.insert(*found->object);
        expr->schema = found->schema;
        if (schema.empty()) qualify_operator(location, name, found->schema);
        return expr;
      }
    }
  }
  unsure = true;
  expr->schema = schema == "pg_catalog" ? std::string_view() : schema;
  return expr;
}

/// make_row_comparison_op: = and <> go column by column, the others compare whole rows.
Expr* Analyzer::compare_rows(std::string_view name, Expr* left, Expr* right) {
  std::vector<Expr*> pairs;
  for (std::size_t i = 0; i < left->args.size() && i < right->args.size(); ++i)
    pairs.push_back(make_operation({}, name, left->args[i], right->args[i], -1));
  if (pairs.empty() || left->args.size() != right->args.size()) unsure = true;
  if (pairs.size() == 1) return pairs[0];
  if (name == "=" || name == "<>") {
    Expr* expr = arena.make(name == "=" ? Op::conjunction : Op::disjunction, {type::boolean, -1});
    expr->args = std::move(pairs);
    if (expr->args.empty()) expr->args = {left, right};
    return expr;
  }
  Expr* expr = arena.make(Op::row_compare, {type::boolean, -1});
  expr->text = name;
  Expr* new_left = arena.make(Op::row, {type::record, -1});
  Expr* new_right = arena.make(Op::row, {type::record, -1});
  for (const Expr* pair : pairs) {
    new_left->args.push_back(pair->args[0]);
    new_right->args.push_back(pair->args[1]);
  }
  expr->args = {new_left, new_right};
  return expr;
}

/// transformAExprIn.
Expr* Analyzer::in_list(const PgQuery__AExpr& node) {
  const bool any = schema_and_name(node.n_name, node.name).second != "<>";
  const std::string_view name = any ? "=" : "<>";
  Expr* left = expression(node.lexpr);
  std::vector<Expr*> rest = expressions(node.rexpr->list->n_items, node.rexpr->list->items);
  std::vector<Expr*> constants;
  for (Expr* item : rest)
    if (!has_own_columns(item, scope)) constants.push_back(item);
  Expr* result = nullptr;
  if (constants.size() > 1) {
    std::vector<Expr*> all = {left};
    all.insert(all.end(), constants.begin(), constants.end());
    const TypeId common = coerce.common_type(all);
    const bool works =
        common != type::none && common != type::record && std::all_of(all.begin(), all.end(), [&](const Expr* item) {
          return coerce.can(item->type.id, common, Context::implicit);
        });
    if (works && names.types.array_of(common) != type::none) {
      Expr* array = arena.make(Op::array, {names.types.array_of(common), -1});
      array->args = constants;
      coerce.to_common(array->args, common);
      result = any_or_all({}, name, !any, left, array, -1);
      std::erase_if(rest, [&](const Expr* item) { return !has_own_columns(item, scope); });
    }
  }
  for (Expr* item : rest) {
    Expr* comparison = left->op == Op::row && item->op == Op::row ? compare_rows(name, left, item)
                                                                  : make_operation({}, name, left, item, -1);
    result = result ? conjunction(any ? Op::disjunction : Op::conjunction, {result, comparison}) : comparison;
  }
  return result ? result : opaque(node.lexpr);
}

/// transformAExprBetween.
Expr* Analyzer::between(const PgQuery__AExpr& node) {
  Expr* value = expression(node.lexpr);
  Expr* low = expression(node.rexpr->list->items[0]);
  Expr* high = expression(node.rexpr->list->items[1]);
  const auto compare = [&](std::string_view name, Expr* bound) { return make_operation({}, name, value, bound, -1); };
  const auto both = [&](Op op, Expr* a, Expr* b) {
    Expr* expr = arena.make(op, {type::boolean, -1});
    expr->args = {a, b};
    return expr;
  };
  switch (static_cast<int>(node.kind)) {
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN:
      return both(Op::conjunction, compare(">=", low), compare("<=", high));
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN:
      return both(Op::disjunction, compare("<", low), compare(">", high));
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN_SYM:
      return both(Op::disjunction, both(Op::conjunction, compare(">=", low), compare("<=", high)),
                  both(Op::conjunction, compare(">=", high), compare("<=", low)));
    default:
      return both(Op::conjunction, both(Op::disjunction, compare("<", low), compare(">", high)),
                  both(Op::disjunction, compare("<", high), compare(">", low)));
  }
}

/// IS [NOT] DISTINCT FROM.
Expr* Analyzer::distinct_from(const PgQuery__AExpr& node) {
  const bool negated = node.kind == PG_QUERY__A__EXPR__KIND__AEXPR_NOT_DISTINCT;
  if (is_null_constant(node.rexpr) || is_null_constant(node.lexpr)) {
    Expr* test = arena.make(Op::null_test, {type::boolean, -1});
    test->args = {expression(is_null_constant(node.rexpr) ? node.lexpr : node.rexpr)};
    test->flag = !negated;
    return test;
  }
  Expr* left = expression(node.lexpr);
  Expr* right = expression(node.rexpr);
  const auto distinct = [&](Expr* a, Expr* b) {
    Expr* comparison = make_operation({}, "=", a, b, -1);
    Expr* expr = arena.make(Op::distinct, {type::boolean, -1});
    expr->args = comparison->args;
    return expr;
  };
  Expr* result = nullptr;
  if (left->op == Op::row && right->op == Op::row && left->args.size() == right->args.size()) {
    for (std::size_t i = 0; i < left->args.size(); ++i) {
      Expr* pair = distinct(left->args[i], right->args[i]);
      result = result ? conjunction(Op::disjunction, {result, pair}) : pair;
    }
  }
  if (!result) result = distinct(left, right);
  return negated ? negation(result) : result;
}

Expr* Analyzer::operation(const PgQuery__AExpr& node) {
  const auto [schema, name] = schema_and_name(node.n_name, node.name);
  switch (static_cast<int>(node.kind)) {
    case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ANY:
    case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ALL: {
      Expr* left = expression(node.lexpr);
      const bool all = node.kind == PG_QUERY__A__EXPR__KIND__AEXPR_OP_ALL;
      return any_or_all(schema, name, all, left, expression(node.rexpr), node.location);
    }
    case PG_QUERY__A__EXPR__KIND__AEXPR_DISTINCT:
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_DISTINCT:
      return distinct_from(node);
    case PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF: {
      Expr* left = expression(node.lexpr);
      Expr* comparison = make_operation({}, "=", left, expression(node.rexpr), -1);
      Expr* expr = arena.make(Op::nullif, comparison->args[0]->type);
      expr->args = comparison->args;
      return expr;
    }
    case PG_QUERY__A__EXPR__KIND__AEXPR_IN:
      return in_list(node);
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN:
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN:
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN_SYM:
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN_SYM:
      return between(node);
    default:
      break;
  }
  if (!node.rexpr) {
    Node wrapped = PG_QUERY__NODE__INIT;
    wrapped.node_case = PG_QUERY__NODE__NODE_A_EXPR;
    wrapped.a_expr = const_cast<PgQuery__AExpr*>(&node);
    return opaque(&wrapped);
  }
  Expr* left = node.lexpr ? expression(node.lexpr) : nullptr;
  Expr* right = expression(node.rexpr);
  if (left && left->op == Op::row && right->op == Op::row && left->type.id == type::record &&
      right->type.id == type::record)
    return compare_rows(name == "!=" ? "<>" : name, left, right);
  if (left && left->op == Op::row && right->op == Op::sublink) unsure = true;
  return make_operation(schema, name, left, right, node.location);
}

}  // namespace trueup::canonical
