#include "base/quote.h"
#include "introspect/attributes.h"
#include "introspect/expression_list.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

// pg_get_indexdef of one element leaves its collation out; the whole definition has it.
std::string query(const Context& context) {
  return std::string("SELECT i.indexrelid, i.indrelid, n.nspname, c.relname, a.amname, i.indisunique, ") +
         (context.since(15) ? "i.indnullsnotdistinct" : "false") +
         ", i.indisvalid, c.relkind, i.indisclustered, i.indisreplident, h.inhparent, c.reloptions, s.spcname, "
         "pg_get_expr(i.indpred, i.indrelid), i.indnkeyatts, i.indkey, i.indclass, i.indcollation, i.indoption, "
         "CASE WHEN i.indexprs IS NOT NULL THEN (SELECT array_agg(CASE WHEN i.indkey[k - 1] = 0 "
         "THEN pg_get_indexdef(i.indexrelid, k, false) END ORDER BY k) FROM generate_series(1, i.indnkeyatts) k) END, "
         "CASE WHEN i.indexprs IS NOT NULL THEN pg_get_indexdef(i.indexrelid) END "
         "FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
         "JOIN pg_am a ON a.oid = c.relam LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace "
         "LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid "
         "WHERE c.relnamespace = ANY ($schemas)";
}

/// The elements of a definition as printed: what stands between the parentheses behind USING method.
std::vector<std::string> printed_elements(std::string_view definition) {
  const std::size_t open = find_outside(definition, "(");
  if (open == std::string_view::npos) return {};
  const std::size_t close = token_end(definition, open);
  return split_list(definition.substr(open + 1, close - open - 2));
}

/// What pg_index says of the elements, one entry per element.
struct Elements {
  std::vector<std::int64_t> columns;
  std::vector<std::int64_t> classes;
  std::vector<std::int64_t> collations;
  std::vector<std::int64_t> options;
  std::vector<std::string> expressions;
  std::vector<std::string> printed;
};

constexpr int descending = 1;   // INDOPTION_DESC
constexpr int nulls_first = 2;  // INDOPTION_NULLS_FIRST

KeyElement element(const Context& context, const Relation& relation, const Elements& elements, std::size_t i) {
  KeyElement element{.is_column = elements.columns[i] != 0};
  const auto collation = context.collations.find(static_cast<Oid>(elements.collations[i]));
  const bool has_collation = collation != context.collations.end();
  if (element.is_column) {
    element.expression.text = quote_identifier(relation.column(elements.columns[i]));
    if (has_collation && relation.collations[elements.columns[i] - 1] != collation->first)
      element.collation = collation->second;
  } else {
    element.expression.text = elements.expressions[i];
    const std::string_view printed = elements.printed[i];
    const std::size_t length = elements.expressions[i].size();
    if (has_collation && printed.size() > length && printed.substr(length).starts_with(" COLLATE "))
      element.collation = collation->second;
  }
  const auto operator_class = context.operator_classes.find(static_cast<Oid>(elements.classes[i]));
  if (operator_class != context.operator_classes.end() && !operator_class->second.is_default)
    element.opclass = operator_class->second.name;
  element.descending = (elements.options[i] & descending) != 0;
  element.nulls_first = (elements.options[i] & nulls_first) != 0;
  return element;
}

void mark_table(Context& context, const ObjectId& relation, const std::string& index, bool clustered, bool identity) {
  Object* object = context.catalog.find(relation);
  if (object == nullptr) return;
  auto* table = std::get_if<Table>(&object->payload);
  auto* view = std::get_if<MaterializedView>(&object->payload);
  if (clustered && table != nullptr) table->clustered_on = index;
  if (clustered && view != nullptr) view->clustered_on = index;
  if (identity && table != nullptr) table->replica_identity = "index " + index;
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    IndexRow read{.relation = row.oid()};
    const Relation* relation = context.managed(read.relation);
    if (relation == nullptr) continue;
    read.id = {.kind = Kind::index, .schema = row.text(), .name = row.text()};
    Index& index = read.index;
    index.table = relation->id;
    index.method = row.text();
    index.unique = row.boolean();
    index.nulls_not_distinct = row.boolean();
    const bool valid = row.boolean();
    const bool partitioned = row.character() == 'I';
    index.only = partitioned && !valid;
    const bool clustered = row.boolean();
    mark_table(context, relation->id, read.id.name, clustered, row.boolean());
    read.parent = row.oid();
    add_options(index.options, row.view());
    index.tablespace = row.text();
    index.predicate.text = row.text();
    const auto keys = static_cast<std::size_t>(row.integer());
    const Elements elements{.columns = row.numbers(),
                            .classes = row.numbers(),
                            .collations = row.numbers(),
                            .options = row.numbers(),
                            .expressions = row.array(),
                            .printed = printed_elements(row.view())};
    for (std::size_t k = 0; k < keys; ++k) index.elements.push_back(element(context, *relation, elements, k));
    for (std::size_t k = keys; k < elements.columns.size(); ++k)
      index.include.push_back(relation->column(elements.columns[k]));
    if (!valid && !partitioned)
      context.catalog.diagnostics.push_back(
          {.severity = Severity::warning,
           .code = "invalid-index",
           .message = to_string(read.id) + " is invalid: a concurrent build failed or is still running",
           .hint = "drop it and build it again, or REINDEX INDEX CONCURRENTLY"});
    context.indexes.emplace(oid, std::move(read));
  }
}

std::string column_query(const Context&) {
  return "SELECT a.attrelid, a.attnum, a.attoptions, coalesce(a.attstattarget, -1) FROM pg_attribute a "
         "JOIN pg_class c ON c.oid = a.attrelid WHERE c.relkind IN ('i', 'I') AND c.relnamespace = ANY ($schemas) "
         "AND (a.attoptions IS NOT NULL OR a.attstattarget >= 0)";
}

void fold_columns(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const auto it = context.indexes.find(row.oid());
    if (it == context.indexes.end()) continue;
    Index& index = it->second.index;
    const auto number = static_cast<std::size_t>(row.integer());
    if (number < 1 || number > index.elements.size()) continue;
    KeyElement& element = index.elements[number - 1];
    add_options(element.opclass_options, row.view());
    const int target = row.small();
    if (target >= 0 && !element.is_column) index.statistics_targets[static_cast<int>(number)] = target;
  }
}

}  // namespace

void add_plain_indexes(Context& context) {
  for (auto& [oid, read] : context.indexes) {
    if (read.claimed) continue;
    Object object{.id = read.id, .payload = std::move(read.index)};
    if (const auto parent = context.indexes.find(read.parent); parent != context.indexes.end())
      object.inherited_from = parent->second.id;
    context.add({pg_class, oid, 0}, std::move(object));
  }
}

const Step index_step = {.what = "indexes", .query = query, .fold = fold};
const Step index_column_step = {.what = "index columns", .query = column_query, .fold = fold_columns};

}  // namespace trueup::introspect
