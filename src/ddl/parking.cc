#include "ddl/parking.h"

#include <algorithm>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/column.h"
#include "ddl/column_type.h"
#include "ddl/not_null.h"
#include "ddl/rename.h"
#include "ddl/text.h"
#include "model/parked.h"

namespace trueup::ddl {

namespace {

/// True where the server has everything itself that the expression names: no name in it is of another schema.
bool stands_alone(const Expression& expression) {
  if (!expression.references.empty()) return false;
  const std::string_view text = expression.text;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') quoted = !quoted;
    if (quoted || text[i] != '.') continue;
    const bool system = text.substr(0, i).ends_with("pg_catalog");
    const bool number = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
    if (!system && !number) return false;
  }
  return true;
}

bool is_systems(std::string_view type) { return type.find('.') == std::string_view::npos; }

/// The column with a type and collation of PostgreSQL's own that hold its values.
Object with_own_type(const Object& object, const Catalog& catalog) {
  Object plain = object;
  auto& column = std::get<Column>(plain.payload);
  if (!is_systems(column.type)) {
    const std::string base = under_domains(column.type, catalog);
    column.type = is_systems(base) ? base : "text";
    column.collation.clear();
    column.storage.clear();
    column.compression.clear();
  } else if (!column.collation.empty() && !column.collation.starts_with("pg_catalog.")) {
    column.collation = "pg_catalog.\"default\"";
  }
  return plain;
}

bool same_type(const Object& a, const Object& b) {
  return as<Column>(a).type == as<Column>(b).type && as<Column>(a).collation == as<Column>(b).collation;
}

/// What a parked column is like in the table that it stays in.
Object while_parked(const Object& object, const Catalog& catalog) {
  Object parked = with_own_type(object, catalog);
  auto& column = std::get<Column>(parked.payload);
  if (!same_type(object, parked) || !stands_alone(column.default_value)) column.default_value = {};
  column.not_null = column.not_null && (column.identity || !column.default_value.empty());
  return parked;
}

/// ALTER TABLE with all the type changes that lead from the one to the other: the rows are written once.
Statements change_types(const std::vector<std::pair<Object, Object>>& columns, const Context& context) {
  std::string sql;
  for (const auto& [from, to] : columns) {
    if (same_type(from, to)) continue;
    const std::string alter = alter_parent(from);
    sql += sql.empty() ? alter : ",";
    sql += change_column_type(from, to, context).sql.substr(alter.size());
  }
  return sql.empty() ? Statements{} : Statements{statement(sql)};
}

/// The comment by which it is known, with the time at which the statement runs.
Statement mark(const ObjectId& parked, const ObjectId& origin) {
  Object object;
  object.id = parked;
  object.id.kind = origin.kind;
  const std::string body = "\nBEGIN\n  EXECUTE pg_catalog.format('COMMENT ON %s IS %L', " +
                           quote_literal(named(object)) + ",\n    " + quote_literal(parked_mark) +
                           " || pg_catalog.json_build_object('format', 1, 'origin', " +
                           quote_literal(to_string(origin)) +
                           ",\n    'at', pg_catalog.to_char(pg_catalog.now() AT TIME ZONE 'UTC', "
                           "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')));\nEND\n";
  return statement("DO " + dollar_quote(body));
}

/// The sequence of an identity column goes with it, under a name that is in nobody's way.
Statement rename_identity(const std::string& schema, const std::string& from, const std::string& to) {
  return rename({.kind = Kind::sequence, .schema = schema, .parent = {}, .name = from, .signature = {}},
                {.kind = Kind::sequence, .schema = schema, .parent = {}, .name = to, .signature = {}});
}

bool has_own_identity(const Object& column) {
  return as<Column>(column).identity && !as<Column>(column).identity->sequence.empty() && !column.inherited_from;
}

/// Its parts, before it can go without them; each is made again on the way back.
Statements drop_parts(std::vector<const Object*> parts, const Context& context) {
  std::stable_sort(parts.begin(), parts.end(), [](const Object* a, const Object* b) {
    return rules_of(a->id.kind).weight > rules_of(b->id.kind).weight;
  });
  Statements statements;
  for (const Object* part : parts) append(statements, rules_of(part->id.kind).drop(*part, context));
  return statements;
}

Statements make_columns_plain(const Object& table, const ObjectId& parked, const Context& context) {
  Statements statements;
  std::vector<std::pair<Object, Object>> types;
  for (const Object* column : context.from.columns_of(table.id)) {
    if (!as<Column>(*column).generated.empty()) {
      statements.push_back(statement(alter_parent(*column) + " DROP COLUMN " + sql_name(column->id)));
      continue;
    }
    if (!as<Column>(*column).default_value.empty() && !counts_by_sequence(*column))
      statements.push_back(drop_default(*column));
    types.emplace_back(*column, with_own_type(*column, context.from));
    if (has_own_identity(*column))
      statements.push_back(rename_identity(table.id.schema, as<Column>(*column).identity->sequence,
                                           parked_identity(parked, column->id.name)));
  }
  append(statements, change_types(types, context));
  return statements;
}

Statements bring_columns_back(const Object& table, const ObjectId& parked, const TableCreation& creation,
                              const Context& context) {
  Statements statements;
  std::vector<std::pair<Object, Object>> types;
  const std::vector<const Object*> columns = context.to.columns_of(table.id);
  for (const Object* column : columns) {
    if (!as<Column>(*column).generated.empty()) continue;
    types.emplace_back(with_own_type(*column, context.to), *column);
    if (has_own_identity(*column))
      statements.push_back(rename_identity(table.id.schema, parked_identity(parked, column->id.name),
                                           as<Column>(*column).identity->sequence));
  }
  append(statements, change_types(types, context));
  for (const auto& [plain, column] : types) {
    if (!same_type(plain, column)) append(statements, storage_and_compression(column));
    if (!as<Column>(column).default_value.empty() && !creation.without_default.contains(column.id))
      statements.push_back(set_default(column));
  }
  for (const Object* column : columns)
    if (!as<Column>(*column).generated.empty()) append(statements, rules_of(Kind::column).create(*column, context));
  return statements;
}

}  // namespace

bool counts_by_sequence(const Object& column) {
  const std::vector<ObjectId>& references = as<Column>(column).default_value.references;
  return std::any_of(references.begin(), references.end(),
                     [](const ObjectId& id) { return id.kind == Kind::sequence; });
}

Statement make_parked_schema() { return statement("CREATE SCHEMA IF NOT EXISTS " + quote_identifier(parked_schema)); }

Statements park_table(const Object& table, const ObjectId& parked, std::vector<const Object*> parts,
                      const Context& context) {
  const Table& payload = as<Table>(table);
  Statements statements;
  if (payload.partition_of)
    statements.push_back(
        statement("ALTER TABLE " + sql_name(*payload.partition_of) + " DETACH PARTITION " + sql_name(table.id)));
  if (!payload.of_type.empty()) statements.push_back(statement("ALTER TABLE " + sql_name(table.id) + " NOT OF"));
  append(statements, drop_parts(std::move(parts), context));
  append(statements, make_columns_plain(table, parked, context));
  statements.push_back(rename(table.id, parked));
  ObjectId renamed = table.id;
  renamed.name = parked.name;
  statements.push_back(set_schema(renamed, parked.schema));
  statements.push_back(mark(parked, table.id));
  return statements;
}

Statements unpark_table(const Object& table, const ObjectId& parked, const TableCreation& creation,
                        const Context& context) {
  const Table& payload = as<Table>(table);
  Statements statements = {set_schema(parked, table.id.schema)};
  ObjectId moved = parked;
  moved.schema = table.id.schema;
  statements.push_back(rename(moved, table.id));
  append(statements, bring_columns_back(table, parked, creation, context));
  if (!payload.of_type.empty())
    statements.push_back(statement("ALTER TABLE " + sql_name(table.id) + " OF " + payload.of_type));
  append(statements, index_marks(table, context));
  statements.push_back(comment_on(table));
  return statements;
}

Statements park_column(const Object& object, const ObjectId& parked, const Context& context) {
  const Object plain = while_parked(object, context.from);
  const Column& column = as<Column>(object);
  const Column& stays = as<Column>(plain);
  const std::string alter = alter_parent(object) + " ALTER COLUMN " + sql_name(object.id);
  Statements statements;
  if (!column.default_value.empty() && stays.default_value.empty() && !counts_by_sequence(object))
    statements.push_back(drop_default(object));
  if (column.not_null && !stays.not_null) statements.push_back(statement(alter + " DROP NOT NULL"));
  append(statements, change_types({{object, plain}}, context));
  if (has_own_identity(object))
    statements.push_back(
        rename_identity(object.id.schema, column.identity->sequence, parked_identity(parked, object.id.name)));
  statements.push_back(rename(object.id, parked));
  statements.push_back(mark(parked, object.id));
  return statements;
}

Statements unpark_column(const Object& object, const ObjectId& parked, const Context& context) {
  const Object plain = while_parked(object, context.to);
  const Column& column = as<Column>(object);
  Statements statements = {rename(parked, object.id)};
  if (has_own_identity(object))
    statements.push_back(
        rename_identity(object.id.schema, parked_identity(parked, object.id.name), column.identity->sequence));
  append(statements, change_types({{plain, object}}, context));
  if (!same_type(plain, object)) append(statements, storage_and_compression(object));
  if (!column.default_value.empty() && as<Column>(plain).default_value.empty())
    statements.push_back(set_default(object));
  if (column.not_null && !as<Column>(plain).not_null) {
    statements.push_back(say_not_null(object));
    append(statements, alter_not_null_comment(object, object, context));
  }
  statements.push_back(comment_on(object));
  return statements;
}

bool needs_values(const Object& column, const Catalog& catalog) {
  return as<Column>(column).not_null && !as<Column>(while_parked(column, catalog)).not_null;
}

Statements park_sequence(const Object& sequence, const ObjectId& parked, const Context&) {
  Statements statements;
  if (as<Sequence>(sequence).owned_by)
    statements.push_back(statement("ALTER SEQUENCE " + sql_name(sequence.id) + " OWNED BY NONE"));
  ObjectId renamed = sequence.id;
  renamed.name = parked.name;
  statements.push_back(rename(sequence.id, renamed));
  statements.push_back(set_schema(renamed, parked.schema));
  statements.push_back(mark(parked, sequence.id));
  return statements;
}

Statements unpark_sequence(const Object& sequence, const ObjectId& parked, const Context& context) {
  ObjectId moved = parked;
  moved.kind = Kind::sequence;
  Statements statements = {set_schema(moved, sequence.id.schema)};
  moved.schema = sequence.id.schema;
  statements.push_back(rename(moved, sequence.id));
  statements.push_back(comment_on(sequence));
  if (as<Sequence>(sequence).owned_by)
    append(statements, field_rule(Kind::sequence, "owned_by").alter(sequence, sequence, context));
  return statements;
}

}  // namespace trueup::ddl
