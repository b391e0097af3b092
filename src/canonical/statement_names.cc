#include "canonical/statement_names.h"

#include <algorithm>

#include "parse/node.h"

namespace trueup::canonical {
namespace {

/// Qualifies names one by one; what they mean together (columns, operators) is left to a server.
struct Qualifier {
  Analyzer& analyzer;
  std::vector<std::string> ctes = {};
  bool all = true;

  void relation(const PgQuery__RangeVar* var) {
    if (!var) return;
    const std::string_view schema = var->schemaname;
    if (!schema.empty()) {
      if (const RelationInfo* named = analyzer.names.relation(schema, var->relname, analyzer.path))
        analyzer.refer(*named);
      return;
    }
    if (std::find(ctes.begin(), ctes.end(), var->relname) != ctes.end()) return;
    const RelationInfo* found = analyzer.names.relation({}, var->relname, analyzer.path);
    if (!found) {
      all = false;
      return;
    }
    analyzer.refer(*found);
    analyzer.qualify(var->location, found->schema);
  }

  void call(const PgQuery__FuncCall& node) {
    const auto [schema, name] = schema_and_name(node.n_funcname, node.funcname);
    const std::vector<FunctionInfo>& found = analyzer.names.functions(schema, name, analyzer.path);
    const auto refer_to_all = [&] {
      for (const FunctionInfo& function : found)
        if (function.object) analyzer.references.insert(*function.object);
    };
    if (!schema.empty()) return refer_to_all();
    const auto elsewhere = [&](const FunctionInfo& function) { return function.schema != found.front().schema; };
    // A sequence's name is a string here, and of several schemas the arguments choose.
    const bool names_sequence = name == "nextval" || name == "currval" || name == "setval";
    if (found.empty() || names_sequence || std::any_of(found.begin(), found.end(), elsewhere)) {
      all = false;
      return;
    }
    refer_to_all();
    analyzer.qualify(node.location, found.front().schema);
  }

  void visit(const PgQuery__Node& node) {
    switch (static_cast<int>(node.node_case)) {
      case PG_QUERY__NODE__NODE_RANGE_VAR:
        return relation(node.range_var);
      case PG_QUERY__NODE__NODE_INSERT_STMT:
        return relation(node.insert_stmt->relation);
      case PG_QUERY__NODE__NODE_UPDATE_STMT:
        return relation(node.update_stmt->relation);
      case PG_QUERY__NODE__NODE_DELETE_STMT:
        return relation(node.delete_stmt->relation);
      case PG_QUERY__NODE__NODE_MERGE_STMT:
        return relation(node.merge_stmt->relation);
      case PG_QUERY__NODE__NODE_FUNC_CALL:
        return call(*node.func_call);
      case PG_QUERY__NODE__NODE_TYPE_CAST:
        analyzer.type_name(*node.type_cast->type_name);
        return;
      default:
        return;
    }
  }
};

}  // namespace

bool qualify_statement(Analyzer& analyzer, const PgQuery__Node& statement) {
  Qualifier qualifier{.analyzer = analyzer};
  parse::for_each_node(statement, [&](const PgQuery__Node& node) {
    if (node.node_case == PG_QUERY__NODE__NODE_COMMON_TABLE_EXPR)
      qualifier.ctes.emplace_back(node.common_table_expr->ctename);
    return true;
  });
  parse::for_each_node(statement, [&](const PgQuery__Node& node) {
    qualifier.visit(node);
    return true;
  });
  return qualifier.all;
}

}  // namespace trueup::canonical
