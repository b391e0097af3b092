#include <algorithm>
#include <optional>

#include "canonical/analyzer.h"
#include "canonical/candidates.h"

namespace trueup::canonical {
namespace {

/// A function that the call's arguments could be for, with its parameters in the order of the arguments.
struct Candidate {
  const FunctionInfo* function = nullptr;
  std::vector<TypeId> parameters;
  bool expanded = false;  ///< a VARIADIC parameter stands for several arguments
};

/// Puts the parameters in the order of a call whose last arguments are named (MatchNamedCall).
bool match_names(const FunctionInfo& function, std::size_t positional, std::span<Expr* const> args,
                 std::vector<TypeId>& parameters) {
  std::vector<bool> given(function.arguments.size());
  for (std::size_t i = 0; i < args.size(); ++i) {
    std::size_t at = i;
    if (i >= positional) {
      const auto it = std::find(function.input_names.begin(), function.input_names.end(), args[i]->text);
      at = static_cast<std::size_t>(it - function.input_names.begin());
    }
    if (at >= given.size() || given[at]) return false;
    given[at] = true;
    parameters.push_back(function.arguments[at]);
  }
  const std::size_t first_default = given.size() - static_cast<std::size_t>(function.defaults);
  for (std::size_t i = 0; i < first_default; ++i)
    if (!given[i]) return false;
  return true;
}

std::optional<Candidate> as_candidate(const FunctionInfo& function, std::span<Expr* const> args, std::size_t positional,
                                      bool variadic_call) {
  Candidate candidate{.function = &function, .parameters = {}};
  if (function.kind == 'p') return std::nullopt;
  if (std::find(function.arguments.begin(), function.arguments.end(), type::none) != function.arguments.end())
    return std::nullopt;
  if (positional < args.size())
    return match_names(function, positional, args, candidate.parameters) ? std::optional(candidate) : std::nullopt;
  const std::size_t wanted = function.arguments.size();
  candidate.parameters = function.arguments;
  if (function.variadic != type::none && !variadic_call && wanted <= args.size()) {
    candidate.expanded = true;
    candidate.parameters.resize(wanted - 1);
    candidate.parameters.resize(args.size(), function.variadic);
    return candidate;
  }
  if (wanted < args.size() || wanted - static_cast<std::size_t>(function.defaults) > args.size()) return std::nullopt;
  candidate.parameters.resize(args.size());
  return candidate;
}

/// Of two with equal parameters the one found first on the path counts, and one without VARIADIC before one with.
void add_candidate(std::vector<Candidate>& found, Candidate candidate) {
  for (Candidate& other : found) {
    if (other.parameters != candidate.parameters) continue;
    if (other.function->schema == candidate.function->schema && other.expanded && !candidate.expanded)
      other = std::move(candidate);
    return;
  }
  found.push_back(std::move(candidate));
}

/// What get_func_sql_syntax prints in SQL's own syntax; the rest of what the grammar makes of such syntax is printed
/// as a plain call.
bool prints_as_syntax(const FunctionInfo& function) {
  if (!function.schema.empty()) return false;
  const bool two_texts = function.arguments == std::vector<TypeId>{type::text, type::text};
  return !(function.name == "substring" && two_texts);
}

bool is_syntax(const PgQuery__FuncCall& node) { return node.funcformat == PG_QUERY__COERCION_FORM__COERCE_SQL_SYNTAX; }

/// Before version 14 SQL's own syntax was a plain call of a function from the beginning.
bool is_plain_call(const Analyzer& analyzer) { return analyzer.names.catalog().server_version < 140000; }

}  // namespace

/// transformFuncCall.
Expr* Analyzer::call(const PgQuery__FuncCall& node) {
  auto [schema, name] = schema_and_name(node.n_funcname, node.funcname);
  if (is_syntax(node) && name == "extract" && is_plain_call(*this)) name = "date_part";
  std::vector<Expr*> args = expressions(node.n_args, node.args);
  if (node.agg_within_group)
    for (std::size_t i = 0; i < node.n_agg_order; ++i) args.push_back(expression(node.agg_order[i]->sort_by->node));
  return make_call(schema, name, std::move(args), &node);
}

/// FuncNameAsType: `text(x)` and the like, where no function of that name fits better.
static Expr* cast_by_name(Analyzer& analyzer, std::string_view schema, std::string_view name, Expr* arg) {
  const TypeId target = analyzer.names.find_type(schema, name, analyzer.path);
  if (target == type::none || arg->type.id == type::none) return nullptr;
  const TypeInfo& info = analyzer.names.types.info(target);
  if (info.kind == 'p' || info.kind == 'c') return nullptr;
  if (arg->type.id != type::unknown) {
    const Path way = pathway(analyzer.names.types, target, arg->type.id, Context::explicit_cast);
    const bool from_row = analyzer.names.types.info(analyzer.names.types.base(arg->type.id)).kind == 'c';
    if (way != Path::relabel && (way != Path::io || (from_row && info.category == 'S'))) return nullptr;
  }
  analyzer.refer_type(target);
  return analyzer.coerce.to_type(arg, target, Context::explicit_cast, false);
}

/// ParseFuncOrColumn, func_get_detail.
Expr* Analyzer::make_call(std::string_view schema, std::string_view name, std::vector<Expr*> args,
                          const PgQuery__FuncCall* node) {
  Expr* expr = arena.make(Op::call);
  expr->text = name;
  expr->flag = node && node->func_variadic;
  expr->star = node && node->agg_star;
  const bool syntax = node && is_syntax(*node) && !is_plain_call(*this);
  std::size_t positional = 0;
  while (positional < args.size() && args[positional]->op != Op::named) ++positional;
  std::vector<TypeId> types;
  for (const Expr* arg : args) types.push_back(arg->type.id);
  const bool known = std::find(types.begin(), types.end(), type::none) == types.end();

  std::vector<Candidate> candidates;
  for (const FunctionInfo& function : names.functions(schema, name, path))
    if (auto candidate = as_candidate(function, args, positional, expr->flag))
      add_candidate(candidates, std::move(*candidate));
  const Candidate* chosen = nullptr;
  for (const Candidate& candidate : candidates)
    if (known && candidate.parameters == types && !chosen) chosen = &candidate;
  if (!chosen && known && args.size() == 1 && positional == 1 && !expr->flag && !expr->star && !(node && node->over))
    if (Expr* cast = cast_by_name(*this, schema, name, args[0])) return cast;
  if (!chosen && known) {
    std::vector<const Candidate*> fitting;
    std::vector<std::vector<TypeId>> parameters;
    for (const Candidate& candidate : candidates)
      if (coerce.can(types, candidate.parameters, Context::implicit)) {
        fitting.push_back(&candidate);
        parameters.push_back(candidate.parameters);
      }
    if (fitting.size() == 1) {
      chosen = fitting[0];
    } else if (!fitting.empty()) {
      if (const auto best = select_candidate(names.types, coerce, types, parameters)) chosen = fitting[*best];
    }
  }
  if (!chosen && !known && candidates.size() == 1) chosen = &candidates[0];
  if (!chosen) {
    unsure = true;
    expr->schema = schema == "pg_catalog" ? std::string_view() : schema;
    if (schema.empty() && node && names.functions({}, name, path).empty()) {
      expr->schema = only_schema();
      qualify(node->location, expr->schema);
    }
    expr->args = std::move(args);
    if (node) finish_aggregate(expr, *node);
    return expr;
  }

  const FunctionInfo& function = *chosen->function;
  expr->schema = function.schema;
  expr->kind = function.kind;
  expr->sql_syntax = syntax && prints_as_syntax(function);
  if (function.object) references.insert(*function.object);
  if (schema.empty() && node) qualify(node->location, function.schema);
  std::vector<TypeId> declared = chosen->parameters;
  expr->type.id = coerce.resolve_polymorphic(types, declared, function.result);
  if (expr->type.id == type::none) unsure = true;
  for (std::size_t i = 0; i < args.size(); ++i) {
    Expr* subject = args[i]->op == Op::named ? args[i]->args[0] : args[i];
    Expr* coerced = coerce.to_type(subject, declared[i], Context::implicit, true);
    if (!coerced) {
      unsure = true;
      continue;
    }
    if (args[i]->op == Op::named)
      args[i]->args[0] = coerced;
    else
      args[i] = coerced;
  }
  if (chosen->expanded && function.variadic != type::any) {
    const std::size_t first = function.arguments.size() - 1;
    Expr* array = arena.make(Op::array, {names.types.array_of(declared[first]), -1});
    array->args.assign(args.begin() + static_cast<std::ptrdiff_t>(first), args.end());
    args.resize(first);
    args.push_back(array);
    expr->flag = true;
  }
  expr->args = std::move(args);
  expr->columns = &function.output_columns;
  if (node) finish_aggregate(expr, *node);
  return expr;
}

/// ORDER BY, FILTER, DISTINCT, WITHIN GROUP and OVER.
void Analyzer::finish_aggregate(Expr* expr, const PgQuery__FuncCall& node) {
  expr->distinct = node.agg_distinct;
  expr->within_group = node.agg_within_group;
  if (node.n_agg_order > 0) expr->order = sort_keys(node.n_agg_order, node.agg_order, nullptr);
  if (node.agg_within_group && !expr->flag && expr->args.size() >= node.n_agg_order) {
    // The ordered arguments were given as the last arguments of the call, and coerced there.
    const std::size_t first = expr->args.size() - node.n_agg_order;
    for (std::size_t i = 0; i < node.n_agg_order; ++i) expr->order[i].expr = expr->args[first + i];
    expr->args.resize(first);
  } else if (!node.agg_within_group) {
    // An ordering expression that is also an argument is that argument, casts included.
    for (SortKey& key : expr->order)
      for (Expr* arg : expr->args) {
        const Expr* plain = arg;
        while (plain->op == Op::cast && plain->implicit) plain = plain->args[0];
        if (plain != arg && same_column(plain, key.expr)) key.expr = arg;
      }
  }
  if (node.agg_filter) expr->filter = boolean(node.agg_filter);
  if (node.over) expr->window = over(*node.over);
}

bool same_column(const Expr* a, const Expr* b) {
  return a->op == Op::column && b->op == Op::column && a->entry == b->entry && a->index == b->index;
}

std::vector<SortKey> Analyzer::sort_keys(std::size_t count, Node* const* nodes, Query* query) {
  std::vector<SortKey> keys;
  for (std::size_t i = 0; i < count; ++i) {
    const PgQuery__SortBy& sort = *nodes[i]->sort_by;
    SortKey key;
    key.expr = query ? sort_target(*sort.node, *query, false, &key.ordinal) : expression(sort.node);
    if (coerce.is_unknown(key.expr)) key.expr = coerce.to_type(key.expr, type::text, Context::implicit, true);
    key.descending = sort.sortby_dir == PG_QUERY__SORT_BY_DIR__SORTBY_DESC;
    if (sort.sortby_dir == PG_QUERY__SORT_BY_DIR__SORTBY_USING) {
      const std::string name = schema_and_name(sort.n_use_op, sort.use_op).second;
      key.descending = name == ">";
      if (name != ">" && name != "<") {
        key.using_operator = name;
        unsure = true;
      }
    }
    key.nulls_first = sort.sortby_nulls == PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_FIRST ||
                      (sort.sortby_nulls != PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_LAST && key.descending);
    keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace trueup::canonical
