#include "ddl/table.h"

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/column.h"
#include "ddl/kinds.h"
#include "ddl/not_null.h"
#include "ddl/partition.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string alter_table(const Object& table) { return "ALTER TABLE " + sql_name(table.id); }

/// The index, or the constraint that has one, of that name on the table: what a statement that names it needs.
std::vector<ObjectId> index_of(const Object& table, const std::string& name, const Catalog& catalog) {
  ObjectId id{.kind = Kind::index, .schema = table.id.schema, .parent = {}, .name = name, .signature = {}};
  if (catalog.find(id) != nullptr) return {id};
  id.parent = table.id.name;
  for (const Kind kind : {Kind::primary_key, Kind::unique_key, Kind::exclusion}) {
    id.kind = kind;
    if (catalog.find(id) != nullptr) return {id};
  }
  return {};
}

constexpr std::string_view by_index = "index ";

Statement replica_identity(const Object& object, const Context& context) {
  const std::string& identity = as<Table>(object).replica_identity;
  const std::string prefix = alter_table(object) + " REPLICA IDENTITY ";
  if (identity.starts_with(by_index)) {
    const std::string index = identity.substr(by_index.size());
    Statement set = statement(prefix + "USING INDEX " + quote_identifier(index));
    set.needs = index_of(object, index, context.to);
    return set;
  }
  return statement(prefix + (identity == "full" ? "FULL" : identity == "nothing" ? "NOTHING" : "DEFAULT"));
}

Statement cluster_on(const Object& object, const Context& context) {
  const std::string& index = as<Table>(object).clustered_on;
  if (index.empty()) return statement(alter_table(object) + " SET WITHOUT CLUSTER");
  Statement set = statement(alter_table(object) + " CLUSTER ON " + quote_identifier(index));
  set.needs = index_of(object, index, context.to);
  return set;
}

Statement row_security(const Object& object) {
  return statement(alter_table(object) + (as<Table>(object).row_security ? " ENABLE" : " DISABLE") +
                   " ROW LEVEL SECURITY");
}

Statement force_row_security(const Object& object) {
  return statement(alter_table(object) + (as<Table>(object).force_row_security ? " FORCE" : " NO FORCE") +
                   " ROW LEVEL SECURITY");
}

WithDefault default_of(const Object& column, const TableCreation& creation) {
  return creation.without_default.contains(column.id) ? WithDefault::no : WithDefault::yes;
}

/// What a typed table says about a column of its type: only what the type does not.
std::string typed_column(const Object& object, WithDefault with_default) {
  const Column& column = as<Column>(object);
  std::string text;
  if (!column.default_value.empty() && with_default == WithDefault::yes)
    text += " DEFAULT " + default_expression(column.default_value);
  text += not_null_clause(object);
  return text.empty() ? text : sql_name(object.id) + " WITH OPTIONS" + text;
}

/// The columns between CREATE TABLE's parentheses, with what stands before them (OF, PARTITION OF).
std::string body(const Object& object, const std::vector<const Object*>& columns, const TableCreation& creation,
                 const Catalog& catalog) {
  const Table& table = as<Table>(object);
  std::vector<std::string> lines;
  for (const Object* column : columns) {
    if (!table.of_type.empty()) {
      if (std::string line = typed_column(*column, default_of(*column, creation)); !line.empty()) lines.push_back(line);
    } else if (!column->inherited_from || creation.joins_later) {
      lines.push_back(column_definition(*column, default_of(*column, creation)));
    } else if (std::string line = own_not_null_clause(*column, catalog); !line.empty()) {
      lines.push_back(line);
    }
  }
  const std::string list = lines.empty() ? "()" : "(\n    " + join(lines, ",\n    ") + "\n)";
  if (table.partition_of && !creation.joins_later)
    return " PARTITION OF " + sql_name(*table.partition_of) + (lines.empty() ? "" : list) + " " +
           table.partition_bound.text;
  if (!table.of_type.empty()) return " OF " + table.of_type + (lines.empty() ? "" : " " + list);
  return " " + list;
}

std::string head_and_tail(const Object& object, const std::string& body) {
  const Table& table = as<Table>(object);
  std::string sql = table.unlogged ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ";
  sql += sql_name(object.id) + body;
  if (!table.inherits.empty()) {
    std::vector<std::string> parents;
    for (const ObjectId& parent : table.inherits) parents.push_back(sql_name(parent));
    sql += " INHERITS (" + join(parents) + ")";
  }
  if (table.partition_key) sql += partition_by(*table.partition_key);
  if (!table.access_method.empty() && table.access_method != "heap")
    sql += " USING " + quote_identifier(table.access_method);
  sql += with_options(table.options);
  if (!table.tablespace.empty()) sql += " TABLESPACE " + quote_identifier(table.tablespace);
  return sql;
}

Statements create(const Object& object, const Context& context) { return create_table(object, context, {}); }

/// A partitioned table holds no rows of its own: its partitions are dropped by statements of theirs.
Statements drop(const Object& object, const Context& context) {
  Statements statements = detach_before_drop(object, context);
  statements.push_back(statement("DROP TABLE " + sql_name(object.id)));
  if (!as<Table>(object).partition_key)
    statements.back().destroys = {.hazard = "drop-table", .what = to_string(object.id)};
  return statements;
}

}  // namespace

Statements create_table(const Object& object, const Context& context, const TableCreation& creation) {
  const Table& table = as<Table>(object);
  const std::vector<const Object*> columns = context.to.columns_of(object.id);
  Statements statements = {statement(head_and_tail(object, body(object, columns, creation, context.to)))};
  if (table.row_security) statements.push_back(row_security(object));
  if (table.force_row_security) statements.push_back(force_row_security(object));
  const bool by_named_index = table.replica_identity.starts_with(by_index);
  if (table.replica_identity != "default" && !by_named_index) statements.push_back(replica_identity(object, context));
  append(statements, attributes_after_create(object, context));
  for (const Object* column : columns)
    append(statements, column->inherited_from && !creation.joins_later
                           ? inherited_column_extras(*column, context, default_of(*column, creation))
                           : column_extras(*column, context));
  append(statements, index_marks(object, context));
  return statements;
}

Statements index_marks(const Object& object, const Context& context) {
  const Table& table = as<Table>(object);
  Statements statements;
  if (table.replica_identity.starts_with(by_index)) statements.push_back(replica_identity(object, context));
  if (!table.clustered_on.empty()) statements.push_back(cluster_on(object, context));
  return statements;
}

namespace {

Statements alter_unlogged(const Object&, const Object& to, const Context&) {
  return {statement(alter_table(to) + (as<Table>(to).unlogged ? " SET UNLOGGED" : " SET LOGGED"))};
}

/// On a partitioned table the server takes the statement and does nothing (from 18 on it refuses).
Change how_unlogged(const Object& from, const Object&, const Context&) {
  return as<Table>(from).partition_key ? Change::rebuild : Change::alter;
}

Statements alter_options(const Object& from, const Object& to, const Context&) {
  return change_options(alter_table(to), as<Table>(from).options, as<Table>(to).options);
}

Statements alter_row_security(const Object&, const Object& to, const Context&) { return {row_security(to)}; }
Statements alter_force(const Object&, const Object& to, const Context&) { return {force_row_security(to)}; }

Statements alter_replica_identity(const Object&, const Object& to, const Context& context) {
  return {replica_identity(to, context)};
}

Statements alter_clustered_on(const Object&, const Object& to, const Context& context) {
  return {cluster_on(to, context)};
}

Statements alter_tablespace(const Object&, const Object& to, const Context&) {
  const std::string& name = as<Table>(to).tablespace;
  return {statement(alter_table(to) + " SET TABLESPACE " + (name.empty() ? "pg_default" : quote_identifier(name)))};
}

Statements alter_access_method(const Object&, const Object& to, const Context&) {
  const std::string& method = as<Table>(to).access_method;
  return {statement(alter_table(to) + " SET ACCESS METHOD " + (method.empty() ? "DEFAULT" : quote_identifier(method)))};
}

/// In place from 15 on; for a partitioned table, and back to its default, from 17 on.
Change how_access_method(const Object& from, const Object& to, const Context& context) {
  const bool partitioned = as<Table>(from).partition_key.has_value() || as<Table>(to).access_method.empty();
  return context.to.server_version >= (partitioned ? 170000 : 150000) ? Change::alter : Change::rebuild;
}

Statements alter_of_type(const Object&, const Object& to, const Context&) {
  const std::string& type = as<Table>(to).of_type;
  return {statement(alter_table(to) + (type.empty() ? " NOT OF" : " OF " + type))};
}

constexpr FieldRule fields[] = {
    {.field = "unlogged", .alter = alter_unlogged, .how = how_unlogged},
    {.field = "options", .alter = alter_options},
    {.field = "inherits", .alter = change_parents},
    {.field = "partition_key", .alter = nullptr},
    {.field = "partition_of", .alter = reattach},
    {.field = "partition_bound", .alter = reattach},
    {.field = "row_security", .alter = alter_row_security},
    {.field = "force_row_security", .alter = alter_force},
    {.field = "replica_identity", .alter = alter_replica_identity},
    {.field = "clustered_on", .alter = alter_clustered_on},
    {.field = "tablespace", .alter = alter_tablespace},
    {.field = "access_method", .alter = alter_access_method, .how = how_access_method},
    {.field = "of_type", .alter = alter_of_type},
};

}  // namespace

constinit const KindRules table_rules = {
    .kind = Kind::table, .weight = 110, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
