#include "base/quote.h"
#include "introspect/attributes.h"
#include "introspect/expression_list.h"
#include "introspect/foreign_options.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string query(const Context&) {
  return R"(SELECT c.oid, c.reltype, t.typarray, c.relkind, n.nspname, c.relname, c.relpersistence = 'u', c.reloptions,
       x.reloptions, pg_get_expr(c.relpartbound, c.oid), c.relrowsecurity, c.relforcerowsecurity, c.relreplident,
       s.spcname, a.amname, CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END,
       CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END, k.partattrs, k.partclass, k.partcollation,
       (SELECT array_agg(pc.attcollation ORDER BY u.n) FROM unnest(k.partattrs) WITH ORDINALITY u(attnum, n)
        LEFT JOIN pg_attribute pc ON pc.attrelid = c.oid AND pc.attnum = u.attnum),
       (SELECT array_agg(pc.attname ORDER BY u.n) FROM unnest(k.partattrs) WITH ORDINALITY u(attnum, n)
        LEFT JOIN pg_attribute pc ON pc.attrelid = c.oid AND pc.attnum = u.attnum AND u.attnum <> 0),
       c.relowner, c.relacl, fs.srvname, )" +
         options_without_secrets("f.ftoptions") + R"(
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_type t ON t.oid = c.reltype
     LEFT JOIN pg_class x ON x.oid = c.reltoastrelid AND x.reloptions IS NOT NULL
     LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
     LEFT JOIN pg_am a ON a.oid = c.relam AND c.relkind = 'r'
     LEFT JOIN pg_partitioned_table k ON k.partrelid = c.oid
     LEFT JOIN pg_foreign_table f ON f.ftrelid = c.oid LEFT JOIN pg_foreign_server fs ON fs.oid = f.ftserver
WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND c.relnamespace = ANY ($schemas))";
}

std::string replica_identity(char letter) {
  if (letter == 'f') return "full";
  if (letter == 'n') return "nothing";
  return "default";  // 'i' waits for the index step, which knows the name
}

/// What follows an expression in pg_get_partkeydef: " COLLATE x opclass".
std::string collation_after(std::string_view rest) {
  constexpr std::string_view keyword = " COLLATE ";
  if (!rest.starts_with(keyword)) return {};
  const std::string_view name = rest.substr(keyword.size(), identifier_end(rest, keyword.size()) - keyword.size());
  return name.find('.') == std::string_view::npos ? "pg_catalog." + std::string(name) : std::string(name);
}

/// Takes the next columns of the query: the definition and what pg_partitioned_table says.
std::optional<PartitionKey> partition_key(const Context& context, Row& row) {
  const std::string definition = row.text();  // "RANGE (a, lower(b) COLLATE "C")"
  const auto numbers = row.numbers();
  const auto classes = row.numbers();
  const auto collations = row.numbers();
  const auto own_collations = row.array();
  const auto names = row.array();
  const std::size_t open = definition.find(" (");
  if (open == std::string::npos) return std::nullopt;
  PartitionKey key{.strategy = definition.substr(0, open)};
  for (char& c : key.strategy) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const auto texts = split_list(std::string_view(definition).substr(open + 2, definition.size() - open - 3));
  for (std::size_t i = 0; i < numbers.size() && i < texts.size(); ++i) {
    KeyElement element{.is_column = numbers[i] != 0};
    if (const auto it = context.operator_classes.find(static_cast<Oid>(classes[i]));
        it != context.operator_classes.end() && !it->second.is_default)
      element.opclass = it->second.name;
    if (element.is_column) {
      element.expression.text = quote_identifier(names[i]);
      const auto it = context.collations.find(static_cast<Oid>(collations[i]));
      if (it != context.collations.end() && std::to_string(collations[i]) != own_collations[i])
        element.collation = it->second;
    } else {
      const std::size_t end = expression_end(texts[i]);
      element.expression.text = texts[i].substr(0, end);
      element.collation = collation_after(std::string_view(texts[i]).substr(end));
    }
    key.elements.push_back(std::move(element));
  }
  return key;
}

/// Takes the last columns of the query.
void become_foreign(Object& object, Row& row) {
  ForeignTable table{.server = row.text(), .options = foreign_options_of(row.array())};
  table.partition_bound = std::move(std::get<Table>(object.payload).partition_bound);
  object.payload = std::move(table);
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const Oid type = row.oid();
    const Oid array = row.oid();
    const char relkind = row.character();
    const Kind kind = relkind == 'f' ? Kind::foreign_table : Kind::table;
    Object object{.id = {.kind = kind, .schema = row.text(), .name = row.text()}};
    Relation& relation = context.relations[oid];
    relation = {.id = object.id, .relkind = relkind};
    relation.managed = !context.is_member(pg_class, oid);
    if (!relation.managed) continue;
    Table table{.unlogged = row.boolean()};
    add_options(table.options, row.view());
    add_options(table.options, row.view(), "toast.");
    table.partition_bound.text = row.text();
    table.row_security = row.boolean();
    table.force_row_security = row.boolean();
    table.replica_identity = replica_identity(row.character());
    table.tablespace = row.text();
    table.access_method = row.text();
    table.of_type = row.text();
    table.partition_key = partition_key(context, row);
    object.payload = std::move(table);
    read_owner_and_acl(context, row, object);
    if (kind == Kind::foreign_table) become_foreign(object, row);
    Object& added = context.add({pg_class, oid, 0}, std::move(object));
    context.objects[{pg_type, type, 0}] = context.objects[{pg_type, array, 0}] = &added;
  }
}

// Of tables and of indexes; the index step knows those of indexes by itself.
std::string inheritance_query(const Context&) {
  return "SELECT i.inhrelid, i.inhparent, c.relispartition FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid "
         "WHERE c.relkind IN ('r', 'p', 'f') ORDER BY i.inhrelid, i.inhseqno";
}

void fold_inheritance(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid child = row.oid();
    const Oid parent = row.oid();
    const auto child_relation = context.relations.find(child);
    const auto parent_relation = context.relations.find(parent);
    if (child_relation == context.relations.end() || parent_relation == context.relations.end()) continue;
    child_relation->second.parents.push_back(parent);
    Object* object = context.object_at({pg_class, child, 0});
    if (object == nullptr) continue;
    const auto descent = descent_of(*object);
    if (row.boolean())
      *descent.partition_of = parent_relation->second.id;
    else
      descent.inherits->push_back(parent_relation->second.id);
  }
}

}  // namespace

const Step table_step = {.what = "tables", .query = query, .fold = fold};
const Step inheritance_step = {.what = "inheritance", .query = inheritance_query, .fold = fold_inheritance};

}  // namespace trueup::introspect
