#include "base/quote.h"
#include "canonical/print.h"

namespace trueup::canonical {

/// set_rtable_names: an alias that something visible bears already gets a number.
void Printer::name_entries(Query& query) {
  std::set<std::string> taken;
  const auto is_taken = [&](const std::string& name) {
    if (taken.contains(name)) return true;
    for (const auto& level : levels_)
      if (level.contains(name)) return true;
    return false;
  };
  for (RangeEntry* entry : query.entries) {
    entry->display.clear();
    if (entry->name.empty()) continue;
    entry->display = entry->name;
    for (int i = 1; is_taken(entry->display); ++i) entry->display = entry->name + "_" + std::to_string(i);
    taken.insert(entry->display);
  }
  levels_.push_back(std::move(taken));
}

void Printer::common_tables(Query& query) {
  if (query.ctes.empty()) return;
  out_ += query.recursive ? "WITH RECURSIVE " : "WITH ";
  for (const CommonTable* cte : query.ctes) {
    out_ += quote_identifier(cte->name);
    if (!cte->aliases.empty()) {
      out_ += '(';
      for (const std::string& alias : cte->aliases) out_ += quote_identifier(alias) + ",";
      out_ += ')';
    }
    out_ += " AS " + cte->materialized + " ";
    this->query(*cte->query);
    if (!cte->tail.empty()) out_ += " " + cte->tail;
    out_ += ' ';
  }
}

void Printer::query(Query& query) {
  name_entries(query);
  out_ += '(';
  common_tables(query);
  if (query.modification) {
    modification(query);
  } else if (query.set_op != Query::SetOp::none) {
    static constexpr std::string_view words[] = {
        "", " UNION ALL ", " UNION ", " INTERSECT ALL ", " INTERSECT ", " EXCEPT ALL ", " EXCEPT "};
    this->query(*query.left);
    out_ += words[static_cast<int>(query.set_op)];
    this->query(*query.right);
  } else if (!query.values.empty()) {
    out_ += "VALUES ";
    for (const std::vector<Expr*>& row : query.values) {
      out_ += '(';
      list(row, true);
      out_ += ')';
    }
  } else {
    select(query);
  }
  if (!query.order.empty()) {
    out_ += " ORDER BY ";
    sort_keys(query.order);
  }
  if (query.offset) {
    out_ += " OFFSET ";
    expression(*query.offset, true);
  }
  if (query.limit) {
    out_ += query.with_ties ? " FETCH FIRST WITH TIES " : " LIMIT ";
    expression(*query.limit, true);
  }
  for (const auto& [lock, entry] : query.locking) out_ += " FOR " + lock + " OF " + quote_identifier(entry->display);
  if (!query.opaque.empty()) out_ += " {" + query.opaque + "}";
  out_ += ')';
  levels_.pop_back();
}

void Printer::select(Query& query) {
  out_ += "SELECT ";
  if (query.distinct) out_ += "DISTINCT ";
  if (!query.distinct_on.empty()) {
    out_ += "DISTINCT ON (";
    list(query.distinct_on);
    out_ += ") ";
  }
  bool first = true;
  for (const Target& target : query.targets) {
    if (!first) out_ += ", ";
    first = false;
    expression(*target.expr, false);
    out_ += " AS " + quote_identifier(target.name);
  }
  if (!query.from.empty()) out_ += " FROM ";
  first = true;
  for (const RangeEntry* entry : query.from) {
    if (!first) out_ += ", ";
    first = false;
    from(*entry);
  }
  if (query.where) {
    out_ += " WHERE ";
    expression(*query.where, true);
  }
  if (!query.group.empty()) {
    out_ += query.group_distinct ? " GROUP BY DISTINCT " : " GROUP BY ";
    list(query.group);
  }
  if (query.having) {
    out_ += " HAVING ";
    expression(*query.having, true);
  }
  for (const Window* definition : query.windows) {
    out_ += " WINDOW " + quote_identifier(definition->name) + " AS ";
    window(*definition);
  }
}

/// get_rte_alias and get_column_alias_list.
void Printer::from_alias(const RangeEntry& entry) {
  using Kind = RangeEntry::Kind;
  const bool is_function = entry.kind == Kind::function;
  bool shown = entry.has_alias || is_function;
  if (entry.kind == Kind::relation && entry.display != entry.relation->name) shown = true;
  if (entry.kind == Kind::cte && entry.display != entry.cte->name) shown = true;
  if (!shown) return;
  out_ += " " + quote_identifier(entry.display);
  const bool is_values = entry.kind == Kind::subquery && entry.query && !entry.query->values.empty();
  bool renamed = is_function || is_values;
  for (std::size_t i = 0; i < entry.columns.size(); ++i)
    renamed = renamed || i >= entry.own_names.size() || entry.columns[i].name != entry.own_names[i];
  const bool defined = is_function && !entry.definitions.empty() && !entry.definitions[0].empty() && !entry.rows_from;
  if (defined) {
    out_ += "(" + entry.definitions[0] + ")";
  }
  if (!renamed || defined) return;
  out_ += '(';
  for (const ColumnInfo& column : entry.columns) out_ += quote_identifier(column.name) + ",";
  out_ += ')';
}

void Printer::from_join(const RangeEntry& entry) {
  out_ += '(';
  from(*entry.left);
  const bool crossed = entry.join_type == "INNER" && !entry.quals && entry.using_columns.empty();
  out_ += crossed ? " CROSS JOIN " : " " + entry.join_type + " JOIN ";
  from(*entry.right);
  if (!entry.using_columns.empty()) {
    out_ += " USING (";
    for (const std::string& column : entry.using_columns) out_ += quote_identifier(column) + ",";
    out_ += ')';
    if (!entry.using_alias.empty()) out_ += " AS " + quote_identifier(entry.using_alias);
  } else if (entry.quals) {
    out_ += " ON ";
    expression(*entry.quals, true);
  }
  out_ += ')';
  from_alias(entry);
}

void Printer::from(const RangeEntry& entry) {
  using Kind = RangeEntry::Kind;
  if (entry.kind == Kind::join) return from_join(entry);
  if (entry.lateral) out_ += "LATERAL ";
  if (entry.only) out_ += "ONLY ";
  switch (entry.kind) {
    case Kind::relation:
      out_ += qualified(entry.relation->schema, entry.relation->name);
      break;
    case Kind::cte:
      out_ += quote_identifier(entry.cte->name);
      break;
    case Kind::subquery:
      if (entry.query) query(*entry.query);
      break;
    case Kind::function: {
      if (entry.rows_from) out_ += "ROWS FROM ";
      for (std::size_t i = 0; i < entry.functions.size(); ++i) {
        if (i > 0) out_ += ", ";
        expression(*entry.functions[i], false);
        if (entry.rows_from && !entry.definitions[i].empty()) out_ += " AS (" + entry.definitions[i] + ")";
      }
      if (entry.ordinality) out_ += " WITH ORDINALITY";
      break;
    }
    case Kind::values:
    case Kind::join:
    case Kind::opaque:
      out_ += "{" + entry.text + "}";
      break;
  }
  from_alias(entry);
  if (entry.kind != Kind::opaque && !entry.text.empty()) {
    out_ += " TABLESAMPLE " + entry.text + "(";
    list(entry.arguments, true);
    out_ += ')';
  }
}

}  // namespace trueup::canonical
