#include <algorithm>

#include "base/quote.h"
#include "canonical/analyzer.h"
#include "canonical/modification.h"
#include "parse/grammar.h"

namespace trueup::canonical {

/// transformAssignedExpr: as the column's type wants it.
Expr* Analyzer::assigned(Expr* value, const RangeEntry& target, std::string_view column) {
  const auto named = [&](const ColumnInfo& info) { return info.name == column; };
  const auto found = std::find_if(target.columns.begin(), target.columns.end(), named);
  refer(target, column);
  if (found == target.columns.end() || found->type.id == type::none) {
    unsure = true;
    return value;
  }
  Expr* coerced = coerce.to(value, found->type, Context::assignment, true);
  if (!coerced) unsure = true;
  return coerced ? coerced : value;
}

static bool is_default(const PgQuery__Node& node) { return node.node_case == PG_QUERY__NODE__NODE_SET_TO_DEFAULT; }

/// A plain list of values, which need not be a query of its own.
static bool only_values(const PgQuery__SelectStmt& node) {
  return node.n_values_lists > 0 && node.n_sort_clause == 0 && !node.limit_count && !node.limit_offset &&
         node.n_locking_clause == 0 && !node.with_clause;
}

/// The offset behind "schema.name AS alias" at `at`, as libpg_query writes it.
static int behind_relation(std::string_view text, int at, bool has_alias) {
  auto i = static_cast<std::size_t>(at);
  const auto identifier = [&] {
    if (i < text.size() && text[i] == '"') {
      for (++i; i < text.size() && (text[i] != '"' || (i + 1 < text.size() && text[i + 1] == '"')); ++i)
        if (text[i] == '"') ++i;
      ++i;
      return;
    }
    while (i < text.size() && text[i] != '.' && text[i] != ' ' && text[i] != '(') ++i;
  };
  for (identifier(); i < text.size() && text[i] == '.'; identifier()) ++i;
  if (!has_alias) return static_cast<int>(i);
  constexpr std::string_view as = " AS ";
  i += text.substr(std::min(i, text.size())).starts_with(as) ? as.size() : 1;
  identifier();
  return static_cast<int>(i);
}

/// INSERT INTO t VALUES …: the first `count` columns of the table, which the text is to name, too.
void Analyzer::imply_columns(const PgQuery__RangeVar& relation, std::size_t count, Modification& change) {
  const std::vector<ColumnInfo>& all = change.target->columns;
  if (!change.target->known || count > all.size()) {
    unsure = true;
    return;
  }
  std::string list;
  for (std::size_t i = 0; i < count; ++i) {
    change.columns.push_back(all[i].name);
    list += (i == 0 ? "" : ", ") + quote_identifier(all[i].name);
  }
  if (relation.location < 0 || count == 0) return;
  const int at = behind_relation(source, relation.location, relation.alias != nullptr);
  edits.push_back({.offset = at, .length = 0, .text = " (" + list + ")"});
}

void Analyzer::insert_values(const PgQuery__SelectStmt& node, Modification& change) {
  for (std::size_t i = 0; i < node.n_values_lists; ++i) {
    const PgQuery__List& list = *node.values_lists[i]->list;
    // VALUES (NEW.*) stands for a value per column.
    Query row;
    for (std::size_t k = 0; k < list.n_items; ++k) {
      const Node& item = *list.items[k];
      if (is_default(item))
        row.targets.push_back({});
      else if (item.node_case == PG_QUERY__NODE__NODE_COLUMN_REF && is_star(*item.column_ref))
        expand_star(*item.column_ref, row);
      else
        row.targets.push_back({.expr = expression(&item), .name = {}});
    }
    std::vector<Expr*>& values = change.rows.emplace_back();
    for (const Target& value : row.targets) values.push_back(value.expr);
  }
}

/// transformInsertStmt.
void Analyzer::insert_rows(const PgQuery__InsertStmt& node, Query& query) {
  Modification& change = *query.modification;
  for (std::size_t i = 0; i < node.n_cols; ++i) {
    const PgQuery__ResTarget& column = *node.cols[i]->res_target;
    if (column.n_indirection > 0) unsure = true;
    change.columns.emplace_back(column.name);
  }
  if (node.override == PG_QUERY__OVERRIDING_KIND__OVERRIDING_USER_VALUE) change.overriding = "USER";
  if (node.override == PG_QUERY__OVERRIDING_KIND__OVERRIDING_SYSTEM_VALUE) change.overriding = "SYSTEM";
  if (!node.select_stmt) return;  // DEFAULT VALUES
  const PgQuery__SelectStmt& select_node = *node.select_stmt->select_stmt;
  std::size_t count = 0;
  if (only_values(select_node)) {
    insert_values(select_node, change);
    count = change.rows.front().size();
  } else {
    change.source = select(select_node, scope, false);
    count = change.source->columns.size();
    if (!change.source->opaque.empty()) unsure = true;
  }
  if (node.n_cols == 0) imply_columns(*node.relation, count, change);
  for (std::vector<Expr*>& row : change.rows)
    for (std::size_t i = 0; i < row.size() && i < change.columns.size(); ++i)
      if (row[i]) row[i] = assigned(row[i], *change.target, change.columns[i]);
  for (const std::string& column : change.columns) refer(*change.target, column);
}

/// SET: the columns of SET (a, b) = ROW (…) are set each by itself.
void Analyzer::assignments(std::size_t count, Node* const* nodes, Modification& change) {
  for (std::size_t i = 0; i < count; ++i) {
    const PgQuery__ResTarget& target = *nodes[i]->res_target;
    if (target.n_indirection > 0) unsure = true;
    const Node* value = target.val;
    refer(*change.target, target.name);
    if (value->node_case == PG_QUERY__NODE__NODE_MULTI_ASSIGN_REF) {
      const PgQuery__MultiAssignRef& part = *value->multi_assign_ref;
      if (part.source->node_case != PG_QUERY__NODE__NODE_ROW_EXPR) {
        if (part.colno == 1)
          change.assignments.push_back({.columns = {target.name}, .value = expression(part.source)});
        else if (!change.assignments.empty())
          change.assignments.back().columns.emplace_back(target.name);
        continue;
      }
      const PgQuery__RowExpr& row = *part.source->row_expr;
      if (part.colno < 1 || static_cast<std::size_t>(part.colno) > row.n_args) {
        unsure = true;
        continue;
      }
      value = row.args[part.colno - 1];
    }
    Expr* expr = is_default(*value) ? nullptr : assigned(expression(value), *change.target, target.name);
    change.assignments.push_back({.columns = {target.name}, .value = expr});
  }
}

void Analyzer::on_conflict(const PgQuery__OnConflictClause& node, Modification& change) {
  const bool updates = node.action == PG_QUERY__ON_CONFLICT_ACTION__ONCONFLICT_UPDATE;
  change.conflict = updates ? "UPDATE" : "NOTHING";
  scope->items = {item_for(change.target)};
  if (node.infer) {
    change.constraint = node.infer->conname;
    for (std::size_t i = 0; i < node.infer->n_index_elems; ++i) {
      const PgQuery__IndexElem& element = *node.infer->index_elems[i]->index_elem;
      bool ambiguous = false;
      Expr* arbiter = element.expr ? expression(element.expr) : find_column(element.name, ambiguous);
      if (!arbiter || element.n_collation > 0 || element.n_opclass > 0) unsure = true;
      if (arbiter) change.arbiters.push_back(arbiter);
    }
    if (node.infer->where_clause) change.arbiter_where = boolean(node.infer->where_clause);
  }
  if (!updates) return;
  if (change.target->relation) {
    RangeEntry* excluded = add_relation(*change.target->relation, "excluded");
    excluded->display = "excluded";
    NamespaceItem item = item_for(excluded);
    item.names_columns = false;
    scope->items.push_back(std::move(item));
  }
  assignments(node.n_target_list, node.target_list, change);
  if (node.where_clause) change.conflict_where = boolean(node.where_clause);
}

namespace {

/// The parts that INSERT, UPDATE and DELETE share, by one set of names.
struct Parts {
  const PgQuery__RangeVar* relation;
  const PgQuery__WithClause* with;
  std::size_t n_from = 0;
  PgQuery__Node* const* from = nullptr;
  const PgQuery__Node* where = nullptr;
  parse::Nodes returning;
  bool renames_rows = false;  ///< RETURNING WITH (OLD AS …)
  Modification::Command command;
};

std::optional<Parts> parts_of(const PgQuery__Node& node) {
  using Command = Modification::Command;
  if (node.node_case == PG_QUERY__NODE__NODE_INSERT_STMT) {
    const PgQuery__InsertStmt& stmt = *node.insert_stmt;
    return Parts{.relation = stmt.relation,
                 .with = stmt.with_clause,
                 .returning = parse::returning_of(stmt),
                 .renames_rows = parse::renames_rows(stmt),
                 .command = Command::insert};
  }
  if (node.node_case == PG_QUERY__NODE__NODE_UPDATE_STMT) {
    const PgQuery__UpdateStmt& stmt = *node.update_stmt;
    return Parts{stmt.relation,     stmt.with_clause,          stmt.n_from_clause,        stmt.from_clause,
                 stmt.where_clause, parse::returning_of(stmt), parse::renames_rows(stmt), Command::update};
  }
  if (node.node_case == PG_QUERY__NODE__NODE_DELETE_STMT) {
    const PgQuery__DeleteStmt& stmt = *node.delete_stmt;
    return Parts{stmt.relation,     stmt.with_clause,          stmt.n_using_clause,       stmt.using_clause,
                 stmt.where_clause, parse::returning_of(stmt), parse::renames_rows(stmt), Command::remove};
  }
  return std::nullopt;
}

}  // namespace

Query* Analyzer::modify(const Node& node, Scope* parent) {
  const std::optional<Parts> parts = parts_of(node);
  if (!parts || parts->renames_rows) return nullptr;
  auto* query = arena.keep<Query>();
  auto* change = arena.keep<Modification>();
  auto* own = arena.keep<Scope>();
  query->modification = change;
  change->command = parts->command;
  own->parent = parent;
  own->query = query;
  Scope* const around = scope;
  scope = own;
  if (parts->with) with_clause(*parts->with, *query);
  change->target = from_relation(*parts->relation);
  change->target->owner = scope;
  query->entries.push_back(change->target);
  if (parts->command == Modification::Command::insert) {
    insert_rows(*node.insert_stmt, *query);
    if (node.insert_stmt->on_conflict_clause) on_conflict(*node.insert_stmt->on_conflict_clause, *change);
    scope->items = {item_for(change->target)};
  } else {
    std::vector<NamespaceItem> visible = {item_for(change->target)};
    for (std::size_t i = 0; i < parts->n_from; ++i) {
      std::vector<NamespaceItem> added;
      scope->items = visible;
      for (NamespaceItem& item : scope->items) item.lateral_only = true;
      query->from.push_back(from_item(*parts->from[i], added));
      visible.insert(visible.end(), added.begin(), added.end());
    }
    scope->items = std::move(visible);
    if (parts->command == Modification::Command::update)
      assignments(node.update_stmt->n_target_list, node.update_stmt->target_list, *change);
    if (parts->where) query->where = boolean(parts->where);
  }
  targets(parts->returning.size(), parts->returning.data(), *query);
  for (Target& target : query->targets) {
    if (target.expr && coerce.is_unknown(target.expr))
      target.expr = coerce.to_type(target.expr, type::text, Context::implicit, true);
    query->columns.push_back({.name = target.name, .type = target.expr ? target.expr->type : TypeUse{}});
  }
  scope = around;
  return query;
}

}  // namespace trueup::canonical
