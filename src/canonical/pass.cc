#include "canonical/pass.h"

#include <algorithm>
#include <utility>

#include "canonical/print.h"
#include "canonical/renamer.h"

namespace trueup::canonical {

std::string edited(std::string_view text, std::vector<Edit> edits) {
  std::sort(edits.begin(), edits.end());
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    const auto offset = static_cast<std::size_t>(edit.offset);
    if (offset < at || offset + edit.length > text.size()) continue;
    out += text.substr(at, offset - at);
    out += edit.text;
    at = offset + static_cast<std::size_t>(edit.length);
    if (edit.length == 0) {
      // Keep the same place from being edited twice.
      out += text[at];
      ++at;
    }
  }
  return out.append(text.substr(at));
}

std::string plain_key(std::string_view text) {
  parse::Tree tree;
  if (const PgQuery__Node* node = parse::parse_expression(text, tree, nullptr)) {
    if (trueup::Result<std::string> deparsed = parse::deparse_expression(*node)) return *deparsed;
  } else if (const parse::Tree script = parse::Tree::of_script(text, nullptr); script.size() == 1) {
    if (trueup::Result<std::string> deparsed = parse::deparse_statement(*script[0].stmt)) return *deparsed;
  }
  return std::string(text);
}

static constexpr std::string_view select_prefix = "SELECT ";

static void give_up(Expression& expression) {
  expression.key = plain_key(expression.text);
  expression.certainty = Certainty::unsure;
}

/// Puts the table, or OLD and NEW, into `scope`.
static void set_scope(Analyzer& analyzer, const Surroundings& around, Printer& printer) {
  if (around.table) {
    RangeEntry* entry = analyzer.add_relation(*around.table, {});
    analyzer.scope->items.push_back(analyzer.item_for(entry));
    printer.reserve(around.table->name);
    if (!around.table->known) analyzer.unsure = true;
  }
  if (around.old_and_new)
    for (const std::string_view name : {"old", "new"}) {
      if (name == "old" ? !around.has_old : !around.has_new) continue;
      RangeEntry* entry = analyzer.add_relation(*around.old_and_new, name);
      entry->display = name;
      analyzer.scope->items.push_back(analyzer.item_for(entry));
      printer.reserve(std::string(name));
      if (!around.old_and_new->known) analyzer.unsure = true;
    }
}

/// Coerces as the context asks; an untyped literal takes the wanted type, the casts of an assignment stay hidden.
static Expr* used_as(Analyzer& analyzer, Expr* expr, Pass::Use use, TypeUse target) {
  if (use == Pass::Use::condition) {
    if (expr->type.id == type::boolean) return expr;
    Expr* coerced = analyzer.coerce.to_type(expr, type::boolean, Context::assignment, true);
    if (!coerced) analyzer.unsure = true;
    return coerced ? coerced : expr;
  }
  if (use == Pass::Use::value) {
    if (analyzer.coerce.is_unknown(expr)) return analyzer.coerce.to_type(expr, type::text, Context::implicit, true);
    return expr;
  }
  if (target.id == type::none) {
    if (analyzer.coerce.is_unknown(expr)) analyzer.unsure = true;
    return expr;
  }
  Expr* coerced = analyzer.coerce.to(expr, target, Context::assignment, true);
  if (!coerced) analyzer.unsure = true;
  return coerced ? coerced : expr;
}

bool Pass::changed_by_retyping(Expression expression, const Surroundings& around, Use use, const std::string& now) {
  const std::vector<Retyped> history = std::exchange(expression.retyped, {});
  RelationInfo table = *around.table;
  Surroundings then = around;
  then.table = &table;
  for (auto it = history.rbegin(); it != history.rend(); ++it) {
    for (ColumnInfo& column : table.columns)
      if (column.name == it->column) column.type = names.types.parse(it->before);
    Expression earlier = expression;
    scalar(earlier, then, use);
    if (earlier.key != now) return true;
  }
  return false;
}

Pass::Result Pass::scalar(Expression& expression, const Surroundings& around, Use use, TypeUse target) {
  Result result;
  if (expression.empty() || !expression.key.empty()) return result;
  if (!expression.retyped.empty() && around.table) {
    const Expression before = expression;
    expression.retyped.clear();
    result = scalar(expression, around, use, target);
    if (!changed_by_retyping(before, around, use, expression.key)) return result;
    // What the server made of it only a server can tell.
    expression.retyped = before.retyped;
    expression.certainty = Certainty::unsure;
    expression.key = "retyped " + expression.key;
    return result;
  }
  const bool plain = !around.table && !around.old_and_new;
  std::string memo_key;
  if (plain) {
    memo_key = std::to_string(target.id) + "/" + std::to_string(target.modifier) + "/" +
               std::to_string(around.value.id) + "/" + std::to_string(static_cast<int>(use));
    for (const std::string& schema : expression.search_path) memo_key.append("/").append(schema);
    memo_key.append("\0", 1).append(expression.text);
    if (const auto it = memo_.find(memo_key); it != memo_.end()) {
      expression = it->second.expression;
      return it->second.result;
    }
  }
  parse::Tree tree;
  const PgQuery__Node* node = parse::parse_expression(expression.text, tree, nullptr);
  if (!node) {
    give_up(expression);
    return result;
  }
  Arena arena;
  const std::string source = std::string(select_prefix) + expression.text;
  const std::vector<std::string> path = expression.search_path;
  Analyzer analyzer(names, arena, path, source);
  analyzer.domain_value = around.value;
  analyzer.renamer = renamer;
  Scope scope;
  analyzer.scope = &scope;
  Printer printer(names.types);
  set_scope(analyzer, around, printer);
  Expr* expr = used_as(analyzer, analyzer.expression(node), use, target);
  printer.expression(*expr, true);
  expression.key = printer.take();
  expression.certainty = analyzer.unsure ? Certainty::unsure : Certainty::exact;
  expression.references.assign(analyzer.references.begin(), analyzer.references.end());
  if (!analyzer.edits.empty()) expression.text = edited(source, analyzer.edits).substr(select_prefix.size());
  if (renamer && renamer->rewrite(*node, analyzer.references))
    if (trueup::Result<std::string> text = parse::deparse_expression(*node)) expression.text = std::move(*text);
  expression.search_path.clear();
  result.type = expr->type;
  result.is_null = expr->op == Op::constant && expr->null;
  if (plain) memo_.emplace(std::move(memo_key), Memo{expression, result});
  return result;
}

/// Gives the output columns of the leftmost SELECT the names that CREATE VIEW lists.
static void name_outputs(PgQuery__SelectStmt* select, std::vector<std::string>& names) {
  while (select->op != PG_QUERY__SET_OPERATION__SETOP_NONE && select->larg) select = select->larg;
  if (select->n_target_list < names.size()) return;
  for (std::size_t i = 0; i < names.size(); ++i) {
    PgQuery__ResTarget& target = *select->target_list[i]->res_target;
    target.name = names[i].data();
  }
}

/// `text` with output aliases; the old names are put back so that the tree can be freed.
static std::string with_output_names(const std::string& text, std::vector<std::string> names) {
  parse::Tree tree = parse::Tree::of_script(text, nullptr);
  if (tree.size() != 1 || tree[0].stmt->node_case != PG_QUERY__NODE__NODE_SELECT_STMT) return {};
  PgQuery__SelectStmt* left = tree[0].stmt->select_stmt;
  while (left->op != PG_QUERY__SET_OPERATION__SETOP_NONE && left->larg) left = left->larg;
  std::vector<char*> before;
  for (std::size_t i = 0; i < left->n_target_list; ++i) before.push_back(left->target_list[i]->res_target->name);
  name_outputs(left, names);
  trueup::Result<std::string> deparsed = parse::deparse_statement(*tree[0].stmt);
  for (std::size_t i = 0; i < before.size(); ++i) left->target_list[i]->res_target->name = before[i];
  return deparsed ? *deparsed : std::string();
}

/// The output names of the leftmost arm, and with them those of every other arm: a view shows its own.
static void rename_arms(Query& query, const std::vector<ColumnInfo>& columns) {
  for (std::size_t i = 0; i < query.targets.size() && i < columns.size(); ++i) query.targets[i].name = columns[i].name;
  if (query.left) rename_arms(*query.left, columns);
  if (query.right) rename_arms(*query.right, columns);
}

std::vector<ColumnInfo> Pass::query(Expression& expression, std::vector<std::string>& column_names) {
  parse::Tree tree = parse::Tree::of_script(expression.text, nullptr);
  if (tree.size() != 1 || tree[0].stmt->node_case != PG_QUERY__NODE__NODE_SELECT_STMT) {
    give_up(expression);
    return {};
  }
  Arena arena;
  const std::string source = expression.text;
  const std::vector<std::string> path = expression.search_path;
  Analyzer analyzer(names, arena, path, source);
  analyzer.renamer = renamer;
  Query* query = analyzer.select(*tree[0].stmt->select_stmt, nullptr);
  std::vector<ColumnInfo> columns = query->columns;
  const bool known = query->opaque.empty();
  if (!analyzer.edits.empty()) expression.text = edited(source, analyzer.edits);
  if (renamer && renamer->rewrite(*tree[0].stmt, analyzer.references))
    if (trueup::Result<std::string> text = parse::deparse_statement(*tree[0].stmt)) expression.text = std::move(*text);
  if (!column_names.empty()) {
    for (std::size_t i = 0; i < column_names.size() && i < columns.size(); ++i) columns[i].name = column_names[i];
    std::string named = known && query->values.empty() ? with_output_names(expression.text, column_names) : "";
    if (named.empty()) {
      analyzer.unsure = true;
      for (const std::string& name : column_names) query->opaque += " " + name;
    } else {
      expression.text = std::move(named);
      column_names.clear();
    }
  }
  if (known) rename_arms(*query, columns);
  Printer printer(names.types);
  if (catalog.server_version < 160000) {
    printer.reserve("old");
    printer.reserve("new");
  }
  printer.query(*query);
  expression.key = printer.take();
  expression.certainty = analyzer.unsure ? Certainty::unsure : Certainty::exact;
  expression.references.assign(analyzer.references.begin(), analyzer.references.end());
  expression.search_path.clear();
  return known ? columns : std::vector<ColumnInfo>{};
}

void Pass::bound(Expression& expression, const std::vector<TypeUse>& types) {
  if (expression.empty() || !expression.key.empty()) return;
  const std::string prefix = "CREATE TABLE a PARTITION OF b ";
  const std::string source = prefix + expression.text;
  const parse::Tree tree = parse::Tree::of_script(source, nullptr);
  const PgQuery__PartitionBoundSpec* spec =
      tree.size() == 1 && tree[0].stmt->node_case == PG_QUERY__NODE__NODE_CREATE_STMT
          ? tree[0].stmt->create_stmt->partbound
          : nullptr;
  if (!spec) return give_up(expression);
  Arena arena;
  const std::vector<std::string> path = expression.search_path;
  Analyzer analyzer(names, arena, path, source);
  Scope scope;
  analyzer.scope = &scope;
  Printer printer(names.types);
  std::string key;
  const auto datums = [&](std::string_view word, std::size_t count, PgQuery__Node* const* nodes) {
    if (count == 0) return;
    key.append(word) += '(';
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < count; ++i) {
      const TypeUse target = word == "IN"       ? (types.empty() ? TypeUse{} : types[0])
                             : i < types.size() ? types[i]
                                                : TypeUse{};
      if (nodes[i]->node_case == PG_QUERY__NODE__NODE_COLUMN_REF) {  // MINVALUE, MAXVALUE
        std::string word_of_bound;
        for (const std::string& part : strings(nodes[i]->column_ref->n_fields, nodes[i]->column_ref->fields))
          word_of_bound += part;
        shown.push_back(std::move(word_of_bound));
        continue;
      }
      Expr* expr = analyzer.expression(nodes[i]);
      // The value is worked out at creation: only a constant of the type, or one that keeps its text in it, is sure.
      while (expr->op == Op::cast && names.types.base(expr->type.id) == names.types.base(target.id))
        expr = expr->args[0];
      if (expr->op != Op::constant || target.id == type::none) analyzer.unsure = true;
      Expr* value = expr;
      if (expr->op == Op::constant && target.id != type::none && expr->type.id != target.id) {
        Expr* text = analyzer.typed_literal(expr->text, type::unknown);
        text->null = expr->null;
        value = analyzer.coerce.literal(text, names.types.base(TypeUse{target.id, -1}));
      }
      printer.expression(*value, true);
      std::string text = printer.take();
      // A value listed twice is kept once.
      if (word != "IN" || std::find(shown.begin(), shown.end(), text) == shown.end()) shown.push_back(std::move(text));
    }
    for (const std::string& text : shown) key += text + ",";
    key += ')';
  };
  if (spec->is_default) {
    key = "DEFAULT";
  } else if (*spec->strategy == 'h') {
    key = "MODULUS " + std::to_string(spec->modulus) + " REMAINDER " + std::to_string(spec->remainder);
  }
  datums("IN", spec->n_listdatums, spec->listdatums);
  datums("FROM", spec->n_lowerdatums, spec->lowerdatums);
  datums("TO", spec->n_upperdatums, spec->upperdatums);
  expression.key = key;
  expression.certainty = analyzer.unsure ? Certainty::unsure : Certainty::exact;
  expression.references.assign(analyzer.references.begin(), analyzer.references.end());
  if (!analyzer.edits.empty()) expression.text = edited(source, analyzer.edits).substr(prefix.size());
  expression.search_path.clear();
}

}  // namespace trueup::canonical
