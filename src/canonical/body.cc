#include "canonical/pass.h"
#include "canonical/print.h"
#include "canonical/renamer.h"
#include "canonical/statement_names.h"

namespace trueup::canonical {
namespace {

constexpr std::string_view prefix = "CREATE FUNCTION f() RETURNS void ";

/// One statement of a body, as a key; false where names in it could not be resolved.
bool statement_key(Analyzer& analyzer, Printer& printer, const PgQuery__Node& node, std::string& key) {
  if (node.node_case == PG_QUERY__NODE__NODE_RETURN_STMT) {
    Expr* value = analyzer.expression(node.return_stmt->returnval);
    if (analyzer.coerce.is_unknown(value)) value = analyzer.coerce.to_type(value, type::text, Context::implicit, true);
    printer.expression(*value, true);
    key += "RETURN " + printer.take() + ";";
  } else if (node.node_case == PG_QUERY__NODE__NODE_SELECT_STMT) {
    printer.query(*analyzer.select(*node.select_stmt, nullptr));
    key += printer.take() + ";";
  } else {
    analyzer.unsure = true;
    trueup::Result<std::string> text = parse::deparse_statement(node);
    key += (text ? *text : std::string("?")) + ";";
    return qualify_statement(analyzer, node);
  }
  return true;
}

void statements(const PgQuery__Node& node, std::vector<const PgQuery__Node*>& found) {
  if (node.node_case != PG_QUERY__NODE__NODE_LIST) {
    found.push_back(&node);
    return;
  }
  for (std::size_t i = 0; i < node.list->n_items; ++i) statements(*node.list->items[i], found);
}

}  // namespace

void Pass::body(Expression& expression, const ObjectId& id, const Routine& routine) {
  if (expression.empty() || !expression.key.empty()) return;
  const std::string source = std::string(prefix) + expression.text;
  const parse::Tree tree = parse::Tree::of_script(source, nullptr);
  const PgQuery__Node* root = tree.size() == 1 && tree[0].stmt->node_case == PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT
                                  ? tree[0].stmt->create_function_stmt->sql_body
                                  : nullptr;
  if (!root) {
    expression.key = expression.text;
    expression.certainty = Certainty::unsure;
    return;
  }
  Arena arena;
  const std::vector<std::string> path = expression.search_path;
  Analyzer analyzer(names, arena, path, source);
  Scope scope;
  analyzer.scope = &scope;
  analyzer.function_name = id.name;
  analyzer.renamer = renamer;
  for (const Parameter& parameter : routine.parameters)
    if (parameter.mode != "out" && parameter.mode != "table")
      analyzer.parameters.emplace_back(parameter.name, TypeUse{names.types.parse(parameter.type).id, -1});
  Printer printer(names.types);
  std::vector<const PgQuery__Node*> found;
  statements(*root, found);
  std::string key = root->node_case == PG_QUERY__NODE__NODE_LIST ? "ATOMIC " : "";
  // Only a text whose every name was resolved can do without its search_path.
  bool resolved = true;
  for (const PgQuery__Node* node : found) resolved &= statement_key(analyzer, printer, *node, key);
  expression.key = std::move(key);
  expression.certainty = analyzer.unsure ? Certainty::unsure : Certainty::exact;
  expression.references.assign(analyzer.references.begin(), analyzer.references.end());
  if (!analyzer.edits.empty()) expression.text = edited(source, analyzer.edits).substr(prefix.size());
  if (renamer && renamer->rewrite(*root, analyzer.references))
    if (trueup::Result<std::string> text = parse::deparse_statement(*tree[0].stmt); text && text->starts_with(prefix))
      expression.text = text->substr(prefix.size());
  if (resolved) expression.search_path.clear();
}

}  // namespace trueup::canonical
