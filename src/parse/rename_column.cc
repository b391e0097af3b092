#include <algorithm>
#include <cstring>

#include "base/quote.h"
#include "parse/rename.h"
#include "parse/statistics.h"
#include "parse/tree.h"

namespace trueup::parse {

namespace {

void replace(std::vector<std::string>& names, std::string_view from, std::string_view to) {
  for (std::string& name : names)
    if (name == from) name = to;
}

// The structs own their strings by malloc, as protobuf-c unpacks them.
void set_string(const Node& node, std::string_view text) {
  PgQuery__String& string = *node.string;
  std::free(string.sval);
  string.sval = strndup(text.data(), text.size());
}

// Column names in an expression on the table alone; of subqueries, only what is qualified by NEW, OLD or the table.
void replace(Expression& expression, const ObjectId& table, std::string_view from, std::string_view to) {
  if (expression.empty() || expression.text.find(from) == std::string::npos) return;
  Tree tree;
  const Node* root = parse_expression(expression.text, tree, nullptr);
  if (!root) return;
  bool changed = false;
  const auto visit_scope = [&](const Node& node, bool bare) {
    for_each_node(node, [&](const Node& inner) {
      if (bare && inner.node_case == PG_QUERY__NODE__NODE_SUB_LINK) return false;
      if (inner.node_case != PG_QUERY__NODE__NODE_COLUMN_REF) return true;
      const Nodes fields = nodes(inner.column_ref->n_fields, inner.column_ref->fields);
      if (string_of(fields.back()) != from) return false;
      const std::string_view relation = fields.size() > 1 ? string_of(fields[fields.size() - 2]) : std::string_view{};
      const bool own = fields.size() == 1 ? bare : relation == table.name || relation == "new" || relation == "old";
      if (!own) return false;
      set_string(*fields.back(), to);
      changed = true;
      return false;
    });
  };
  visit_scope(*root, true);
  visit_scope(*root, false);
  if (!changed) return;
  if (Result<std::string> text = deparse_expression(*root)) expression.text = std::move(*text);
}

void replace(Object& object, const ObjectId& table, std::string_view from, std::string_view to) {
  if (auto* key = std::get_if<Key>(&object.payload)) {
    replace(key->columns, from, to);
    replace(key->include, from, to);
  }
  if (auto* key = std::get_if<ForeignKey>(&object.payload)) {
    replace(key->columns, from, to);
    replace(key->on_delete_columns, from, to);
  }
  if (auto* exclusion = std::get_if<Exclusion>(&object.payload)) replace(exclusion->include, from, to);
  if (auto* index = std::get_if<Index>(&object.payload)) replace(index->include, from, to);
  if (auto* statistics = std::get_if<Statistics>(&object.payload)) {
    replace(statistics->columns, from, to);
    std::sort(statistics->columns.begin(), statistics->columns.end());
  }
  if (auto* trigger = std::get_if<Trigger>(&object.payload)) replace(trigger->update_columns, from, to);
  if (auto* member = std::get_if<PublicationTable>(&object.payload)) {
    replace(member->columns, from, to);
    std::sort(member->columns.begin(), member->columns.end());
  }
  each_expression(object, [&](Expression& expression) {
    for (Retyped& retyped : expression.retyped)
      if (retyped.column == from) retyped.column = to;
    if (expression.text == quote_identifier(from))
      expression.text = quote_identifier(to);
    else
      replace(expression, table, from, to);
  });
}

}  // namespace

void rename_column(const Step& step, const ObjectId& table, std::string_view from, std::string_view to) {
  Fold& fold = step.fold;
  const ObjectId old = column_id(table.schema, table.name, from);
  const ObjectId renamed = column_id(table.schema, table.name, to);
  fold.rekey(old, renamed);
  for (const Kind kind : {Kind::column, Kind::primary_key, Kind::unique_key, Kind::exclusion, Kind::check,
                          Kind::foreign_key, Kind::trigger, Kind::policy, Kind::rule, Kind::publication_table})
    for (Object* part : fold.parts(kind, table)) replace(*part, table, from, to);
  for (const ObjectId& index : fold.indexes_on(table)) replace(*fold.catalog.find(index), table, from, to);
  for (const ObjectId& id : statistics_on(fold, table)) replace(*fold.catalog.find(id), table, from, to);
  replace(*fold.catalog.find(table), table, from, to);
  for (auto& [id, object] : fold.catalog.objects)
    if (auto* key = std::get_if<ForeignKey>(&object.payload); key && key->referenced == table)
      replace(key->referenced_columns, from, to);
  for (const ObjectId& heir : fold.heirs_of(table)) {
    const Object* child = fold.catalog.find(column_id(heir.schema, heir.name, from));
    if (child && child->inherited_from == renamed) rename_column(step, heir, from, to);
  }
}

}  // namespace trueup::parse
