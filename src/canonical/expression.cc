#include <fmt/format.h>

#include <array>

#include "base/quote.h"
#include "canonical/analyzer.h"

namespace trueup::canonical {

Expr* Analyzer::opaque(const Node* node) {
  unsure = true;
  Expr* expr = arena.make(Op::opaque);
  Result<std::string> text = parse::deparse_expression(*node);
  expr->text = text ? *text : "?";
  return expr;
}

Expr* Analyzer::typed_literal(std::string_view text, TypeId type) {
  Expr* expr = arena.make(Op::constant, {type, -1});
  expr->text = text;
  return expr;
}

Expr* Analyzer::constant(const PgQuery__AConst& node) {
  Expr* expr = arena.make(Op::constant, {type::unknown, -1});
  expr->location = node.location;
  if (node.isnull) {
    expr->null = true;
    return expr;
  }
  switch (node.val_case) {
    case PG_QUERY__A__CONST__VAL_IVAL:
      expr->type.id = type::int4;
      expr->text = std::to_string(node.ival->ival);
      break;
    case PG_QUERY__A__CONST__VAL_FVAL: {
      // make_const: what fits bigint is one, the rest is numeric.
      const std::string_view digits = node.fval->fval;
      const auto whole = read_integer(digits, false);
      const bool fits = whole && (whole->size() < 19 || (whole->size() == 19 && *whole <= "9223372036854775807") ||
                                  (whole->size() == 20 && (*whole)[0] == '-' && *whole <= "-9223372036854775808"));
      expr->type.id = fits ? type::int8 : type::numeric;
      expr->text = fits ? *whole : read_numeric(digits).value_or(std::string(digits));
      break;
    }
    case PG_QUERY__A__CONST__VAL_BOOLVAL:
      expr->type.id = type::boolean;
      expr->text = node.boolval->boolval ? "true" : "false";
      break;
    case PG_QUERY__A__CONST__VAL_SVAL:
      expr->text = node.sval->sval;
      break;
    case PG_QUERY__A__CONST__VAL_BSVAL:
      expr->type.id = type::bit;
      expr->text = read_bits(node.bsval->bsval).value_or(node.bsval->bsval);
      break;
    case PG_QUERY__A__CONST__VAL__NOT_SET:  // protobuf leaves out an integer 0
      expr->type.id = type::int4;
      expr->text = "0";
      break;
    default:
      unsure = true;
  }
  return expr;
}

/// A type that nobody knows, with all that was written of it.
static std::string unknown_type_text(const PgQuery__TypeName& node, const std::string& only_schema) {
  const auto [schema, name] = schema_and_name(node.n_names, node.names);
  std::string text = qualified(schema.empty() ? only_schema : schema, name);
  for (std::size_t i = 0; i < node.n_typmods; ++i) {
    Result<std::string> modifier = parse::deparse_expression(*node.typmods[i]);
    text += (i == 0 ? "(" : ",") + (modifier ? *modifier : "?");
  }
  if (node.n_typmods > 0) text += ')';
  for (std::size_t i = 0; i < node.n_array_bounds; ++i) text += "[]";
  return text + (node.pct_type ? "%TYPE" : "");
}

Expr* Analyzer::type_cast(const PgQuery__TypeCast& node) {
  const TypeUse target = type_name(*node.type_name);
  if (target.id == type::none) {
    Expr* cast = arena.make(Op::cast);
    cast->args = {expression(node.arg)};
    cast->text = unknown_type_text(*node.type_name, only_schema());
    unsure = true;
    return cast;
  }
  Expr* arg = nullptr;
  const TypeUse base = names.types.base(target);
  if (node.arg->node_case == PG_QUERY__NODE__NODE_A_ARRAY_EXPR && names.types.info(base.id).element != type::none)
    arg = array(*node.arg->a_array_expr, {base.id, target.modifier});
  else
    arg = expression(node.arg);
  Expr* cast = coerce.to(arg, target, Context::explicit_cast, false);
  if (cast) return cast;
  unsure = true;
  cast = arena.make(Op::cast, target);
  cast->args = {arg};
  return cast;
}

/// transformArrayExpr. `target` is the array type that a cast asks for, or none.
Expr* Analyzer::array(const PgQuery__AArrayExpr& node, TypeUse target) {
  Expr* result = arena.make(Op::array);
  const TypeId wanted = target.id == type::none ? type::none : names.types.info(target.id).element;
  bool nested = false;
  for (std::size_t i = 0; i < node.n_elements; ++i) {
    const Node& element = *node.elements[i];
    if (element.node_case == PG_QUERY__NODE__NODE_A_ARRAY_EXPR) {
      nested = true;
      result->args.push_back(array(*element.a_array_expr, target));
    } else {
      result->args.push_back(expression(&element));
      nested = nested || names.types.element(result->args.back()->type.id) != type::none;
    }
  }
  if (wanted != type::none) {
    for (Expr*& arg : result->args) {
      const TypeId each = nested ? target.id : wanted;
      Expr* coerced = coerce.to(arg, {each, target.modifier}, Context::explicit_cast, false);
      if (coerced)
        arg = coerced;
      else
        unsure = true;
    }
    result->type = target;
    if (result->args.empty()) result->type.modifier = -1;
    return result;
  }
  const TypeId common = coerce.common_type(result->args);
  if (result->args.empty() || common == type::none) {
    unsure = true;
    return result;
  }
  coerce.to_common(result->args, common);
  const bool is_array = names.types.info(common).element != type::none;
  result->type = {is_array ? common : names.types.array_of(common), Coercion::common_modifier(result->args, common)};
  return result;
}

Expr* Analyzer::row(const PgQuery__RowExpr& node) {
  Expr* result = arena.make(Op::row, {type::record, -1});
  for (std::size_t i = 0; i < node.n_args; ++i) {
    // t.* inside a row stands for all its columns.
    if (node.args[i]->node_case == PG_QUERY__NODE__NODE_COLUMN_REF && is_star(*node.args[i]->column_ref)) {
      if (const auto columns = star_columns(*node.args[i]->column_ref)) {
        for (const auto& [name, expr] : *columns) result->args.push_back(expr);
        continue;
      }
    }
    result->args.push_back(expression(node.args[i]));
  }
  return result;
}

Expr* Analyzer::collation(const PgQuery__CollateClause& node) {
  Expr* arg = expression(node.arg);
  const auto [schema, name] = schema_and_name(node.n_collname, node.collname);
  Expr* result = arena.make(Op::collate, arg->type);
  const std::optional<ObjectId> own = names.find(Kind::collation, schema, name, path);
  // What the catalog does not hold is PostgreSQL's own or an extension's: a name without schema stays so.
  result->text = schema.empty() || schema == "pg_catalog" ? quote_identifier(name) : qualified(schema, name);
  if (own) {
    references.insert(*own);
    result->text = qualified(own->schema, own->name);
    constexpr std::string_view keyword = "COLLATE ";
    if (schema.empty() && node.location >= 0 && source.substr(node.location).starts_with(keyword))
      qualify(node.location + static_cast<int>(keyword.size()), own->schema);
  }
  if (coerce.is_unknown(arg)) {
    arg = coerce.to_type(arg, type::text, Context::implicit, true);
    result->type = arg->type;
  }
  result->args = {arg};
  return result;
}

Expr* Analyzer::boolean(const Node* node) {
  Expr* expr = expression(node);
  if (expr->type.id == type::boolean) return expr;
  Expr* coerced = coerce.to_type(expr, type::boolean, Context::assignment, true);
  if (!coerced) unsure = true;
  return coerced ? coerced : expr;
}

/// AND or OR. What stands on the left of the same operator flattens: PostgreSQL's parser does so when it reads its own
/// text again, whatever brackets BETWEEN had put there.
Expr* Analyzer::conjunction(Op op, std::vector<Expr*> args) {
  Expr* result = arena.make(op, {type::boolean, -1});
  if (args[0]->op == op) {
    result->args = args[0]->args;
    args.erase(args.begin());
  }
  result->args.insert(result->args.end(), args.begin(), args.end());
  return result;
}

Expr* Analyzer::negation(Expr* arg) {
  Expr* result = arena.make(Op::negation, {type::boolean, -1});
  result->args = {arg};
  return result;
}

Expr* Analyzer::logic(const PgQuery__BoolExpr& node) {
  std::vector<Expr*> args;
  for (std::size_t i = 0; i < node.n_args; ++i) args.push_back(boolean(node.args[i]));
  if (node.boolop == PG_QUERY__BOOL_EXPR_TYPE__NOT_EXPR) return negation(args[0]);
  return conjunction(node.boolop == PG_QUERY__BOOL_EXPR_TYPE__AND_EXPR ? Op::conjunction : Op::disjunction,
                     std::move(args));
}

Expr* Analyzer::sql_value(const PgQuery__SQLValueFunction& node) {
  struct Value {
    std::string_view text;
    TypeId type;
  };
  static constexpr std::array<Value, 16> values = {{{"", type::none},
                                                    {"CURRENT_DATE", type::date},
                                                    {"CURRENT_TIME", type::timetz},
                                                    {"CURRENT_TIME", type::timetz},
                                                    {"CURRENT_TIMESTAMP", type::timestamptz},
                                                    {"CURRENT_TIMESTAMP", type::timestamptz},
                                                    {"LOCALTIME", type::time},
                                                    {"LOCALTIME", type::time},
                                                    {"LOCALTIMESTAMP", type::timestamp},
                                                    {"LOCALTIMESTAMP", type::timestamp},
                                                    {"CURRENT_ROLE", type::name},
                                                    {"CURRENT_USER", type::name},
                                                    {"USER", type::name},
                                                    {"SESSION_USER", type::name},
                                                    {"CURRENT_CATALOG", type::name},
                                                    {"CURRENT_SCHEMA", type::name}}};
  const Value& value = values.at(static_cast<std::size_t>(node.op));
  Expr* expr = arena.make(Op::sql_value, {value.type, -1});
  expr->text = value.text;
  const bool with_precision = node.op == PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIME_N ||
                              node.op == PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP_N ||
                              node.op == PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIME_N ||
                              node.op == PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIMESTAMP_N;
  if (with_precision) {
    const std::string precision = std::to_string(std::min(node.typmod, 6));
    expr->text += "(" + precision + ")";
    expr->type.modifier = names.types.modifier(precision);
  }
  return expr;
}

std::vector<Expr*> Analyzer::expressions(std::size_t count, Node* const* nodes) {
  std::vector<Expr*> found;
  for (std::size_t i = 0; i < count; ++i) found.push_back(expression(nodes[i]));
  return found;
}

static Expr* null_test(Analyzer& analyzer, const PgQuery__NullTest& node) {
  Expr* expr = analyzer.arena.make(Op::null_test, {type::boolean, -1});
  expr->args = {analyzer.expression(node.arg)};
  expr->flag = node.nulltesttype == PG_QUERY__NULL_TEST_TYPE__IS_NOT_NULL;
  return expr;
}

static Expr* boolean_test(Analyzer& analyzer, const PgQuery__BooleanTest& node) {
  Expr* expr = analyzer.arena.make(Op::boolean_test, {type::boolean, -1});
  expr->args = {analyzer.boolean(node.arg)};
  static constexpr std::array<std::string_view, 7> words = {"",          "TRUE",    "NOT TRUE",   "FALSE",
                                                            "NOT FALSE", "UNKNOWN", "NOT UNKNOWN"};
  expr->text = words.at(static_cast<std::size_t>(node.booltesttype));
  return expr;
}

static Expr* parameter(Analyzer& analyzer, const PgQuery__ParamRef& node) {
  const auto index = static_cast<std::size_t>(node.number - 1);
  if (index >= analyzer.parameters.size()) {
    analyzer.unsure = true;
    Expr* expr = analyzer.arena.make(Op::parameter);
    expr->text = "$" + std::to_string(node.number);
    return expr;
  }
  Expr* expr = analyzer.arena.make(Op::parameter, analyzer.parameters[index].second);
  expr->text = "$" + std::to_string(node.number);
  return expr;
}

static Expr* named_argument(Analyzer& analyzer, const PgQuery__NamedArgExpr& node) {
  Expr* arg = analyzer.expression(node.arg);
  Expr* expr = analyzer.arena.make(Op::named, arg->type);
  expr->text = node.name;
  expr->args = {arg};
  return expr;
}

static Expr* grouping(Analyzer& analyzer, const PgQuery__GroupingFunc& node) {
  Expr* expr = analyzer.arena.make(Op::grouping, {type::int4, -1});
  expr->args = analyzer.expressions(node.n_args, node.args);
  return expr;
}

Expr* Analyzer::expression(const Node* node) {
  switch (static_cast<int>(node->node_case)) {
    case PG_QUERY__NODE__NODE_A_CONST:
      return constant(*node->a_const);
    case PG_QUERY__NODE__NODE_COLUMN_REF:
      return column(*node->column_ref);
    case PG_QUERY__NODE__NODE_PARAM_REF:
      return parameter(*this, *node->param_ref);
    case PG_QUERY__NODE__NODE_A_INDIRECTION:
      return indirection(*node->a_indirection);
    case PG_QUERY__NODE__NODE_A_ARRAY_EXPR:
      return array(*node->a_array_expr, {});
    case PG_QUERY__NODE__NODE_TYPE_CAST:
      return type_cast(*node->type_cast);
    case PG_QUERY__NODE__NODE_COLLATE_CLAUSE:
      return collation(*node->collate_clause);
    case PG_QUERY__NODE__NODE_A_EXPR:
      return operation(*node->a_expr);
    case PG_QUERY__NODE__NODE_BOOL_EXPR:
      return logic(*node->bool_expr);
    case PG_QUERY__NODE__NODE_FUNC_CALL:
      return call(*node->func_call);
    case PG_QUERY__NODE__NODE_NAMED_ARG_EXPR:
      return named_argument(*this, *node->named_arg_expr);
    case PG_QUERY__NODE__NODE_SUB_LINK:
      return sublink(*node->sub_link);
    case PG_QUERY__NODE__NODE_CASE_EXPR:
      return case_when(*node->case_expr);
    case PG_QUERY__NODE__NODE_ROW_EXPR:
      return row(*node->row_expr);
    case PG_QUERY__NODE__NODE_COALESCE_EXPR:
      return common(Op::coalesce, node->coalesce_expr->n_args, node->coalesce_expr->args);
    case PG_QUERY__NODE__NODE_MIN_MAX_EXPR:
      return common(node->min_max_expr->op == PG_QUERY__MIN_MAX_OP__IS_GREATEST ? Op::greatest : Op::least,
                    node->min_max_expr->n_args, node->min_max_expr->args);
    case PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION:
      return sql_value(*node->sqlvalue_function);
    case PG_QUERY__NODE__NODE_XML_EXPR:
      return xml(*node->xml_expr);
    case PG_QUERY__NODE__NODE_NULL_TEST:
      return null_test(*this, *node->null_test);
    case PG_QUERY__NODE__NODE_BOOLEAN_TEST:
      return boolean_test(*this, *node->boolean_test);
    case PG_QUERY__NODE__NODE_GROUPING_FUNC:
      return grouping(*this, *node->grouping_func);
    default:
      return opaque(node);
  }
}

}  // namespace trueup::canonical
