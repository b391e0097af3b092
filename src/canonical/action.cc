#include "base/quote.h"
#include "canonical/pass.h"
#include "canonical/print.h"
#include "canonical/renamer.h"

namespace trueup::canonical {

/// OLD and NEW, found by `new.column` only: a bare column is none of theirs in an action.
static void add_old_and_new(Analyzer& analyzer, const Surroundings& around, Printer& printer) {
  for (const std::string_view name : {"old", "new"}) {
    printer.reserve(std::string(name));
    if (!around.old_and_new || (name == "old" ? !around.has_old : !around.has_new)) continue;
    RangeEntry* entry = analyzer.add_relation(*around.old_and_new, name);
    entry->display = name;
    NamespaceItem item = analyzer.item_for(entry);
    item.names_columns = false;
    analyzer.scope->items.push_back(std::move(item));
    if (!around.old_and_new->known) analyzer.unsure = true;
  }
}

/// The key of a statement without expressions; "" for a query.
static std::string notification(const PgQuery__Node& node) {
  if (node.node_case != PG_QUERY__NODE__NODE_NOTIFY_STMT) return {};
  return "NOTIFY " + quote_identifier(node.notify_stmt->conditionname) + ", " +
         quote_literal(node.notify_stmt->payload ? node.notify_stmt->payload : "");
}

void Pass::action(Expression& expression, const Surroundings& around) {
  if (expression.empty() || !expression.key.empty()) return;
  const parse::Tree tree = parse::Tree::of_script(expression.text, nullptr);
  if (tree.size() != 1) {
    expression.key = expression.text;
    expression.certainty = Certainty::unsure;
    return;
  }
  const PgQuery__Node& node = *tree[0].stmt;
  if (expression.key = notification(node); !expression.key.empty()) {
    expression.search_path.clear();
    return;
  }
  Arena arena;
  const std::string source = expression.text;
  const std::vector<std::string> path = expression.search_path;
  Analyzer analyzer(names, arena, path, source);
  Scope scope;
  analyzer.scope = &scope;
  analyzer.renamer = renamer;
  Printer printer(names.types);
  add_old_and_new(analyzer, around, printer);
  Query* query = node.node_case == PG_QUERY__NODE__NODE_SELECT_STMT ? analyzer.select(*node.select_stmt, &scope)
                                                                    : analyzer.modify(node, &scope);
  if (query) {
    printer.query(*query);
    expression.key = printer.take();
  } else {
    expression.key = plain_key(expression.text);
    analyzer.unsure = true;
  }
  expression.certainty = analyzer.unsure ? Certainty::unsure : Certainty::exact;
  expression.references.assign(analyzer.references.begin(), analyzer.references.end());
  if (!analyzer.edits.empty()) expression.text = edited(source, analyzer.edits);
  if (renamer && renamer->rewrite(node, analyzer.references))
    if (trueup::Result<std::string> text = parse::deparse_statement(node)) expression.text = std::move(*text);
  expression.search_path.clear();
}

}  // namespace trueup::canonical
