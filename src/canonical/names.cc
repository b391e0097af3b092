#include "canonical/names.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "canonical/builtins/builtins.h"
#include "canonical/type_text.h"

namespace trueup::canonical {
namespace {

/// "name typeoid,name typeoid" of the built-in tables.
std::vector<ColumnInfo> read_columns(std::string_view text) {
  std::vector<ColumnInfo> columns;
  while (!text.empty()) {
    const std::string_view item = text.substr(0, text.find(','));
    text.remove_prefix(std::min(item.size() + 1, text.size()));
    const std::size_t space = item.find(' ');
    TypeId type = type::none;
    std::from_chars(item.data() + space + 1, item.data() + item.size(), type);
    columns.push_back({.name = std::string(item.substr(0, space)), .type = {type, -1}});
  }
  return columns;
}

std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> names;
  if (text.empty()) return names;
  for (;;) {
    const std::size_t comma = text.find(',');
    names.emplace_back(text.substr(0, comma));
    if (comma == std::string_view::npos) return names;
    text.remove_prefix(comma + 1);
  }
}

/// Adds what callers give and get.
void describe(const std::vector<Parameter>& parameters, Types& types, FunctionInfo& info) {
  for (const Parameter& parameter : parameters) {
    const TypeUse type = types.parse(parameter.type);
    const bool is_output = parameter.mode == "out" || parameter.mode == "table" || parameter.mode == "inout";
    if (is_output) info.output_columns.push_back({.name = parameter.name, .type = {type.id, -1}});
    if (parameter.mode == "out" || parameter.mode == "table") continue;
    info.arguments.push_back(type.id);
    info.input_names.push_back(parameter.name);
    if (!parameter.default_value.empty()) ++info.defaults;
    if (parameter.mode == "variadic") info.variadic = type.id == type::any ? type::any : types.element(type.id);
    if (parameter.mode == "variadic" && type.id == type::anyarray) info.variadic = type::anyelement;
    if (parameter.mode == "variadic" && type.id == type::anycompatiblearray) info.variadic = type::anycompatible;
  }
}

FunctionInfo describe(const ObjectId& id, const Routine& routine, Types& types) {
  FunctionInfo info{.schema = id.schema,
                    .name = id.name,
                    .kind = id.kind == Kind::procedure ? 'p' : (routine.window ? 'w' : 'f'),
                    .returns_set = routine.returns_set,
                    .result = types.parse(routine.returns).id};
  info.object = id;
  describe(routine.parameters, types, info);
  return info;
}

/// The types of "integer,numeric(10,2),public.mood[]".
std::vector<TypeId> read_types(std::string_view rest, Types& types) {
  std::vector<TypeId> found;
  int depth = 0;
  bool quoted = false;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= rest.size(); ++i) {
    if (i < rest.size() && rest[i] == '"') quoted = !quoted;
    if (i < rest.size() && !quoted && rest[i] == '(') ++depth;
    if (i < rest.size() && !quoted && rest[i] == ')') --depth;
    if (i < rest.size() && (quoted || depth > 0 || rest[i] != ',')) continue;
    if (i > start) found.push_back(types.parse(rest.substr(start, i - start)).id);
    start = i + 1;
  }
  return found;
}

FunctionInfo describe(const ExtensionMember& member, Types& types) {
  FunctionInfo info{.schema = member.id.schema, .name = member.id.name};
  info.arguments = read_types(member.id.signature, types);
  info.returns_set = member.result.starts_with("SETOF ");
  info.result = types.parse(member.result).id;
  return info;
}

}  // namespace

std::vector<std::string_view> effective_path(std::span<const std::string> path) {
  std::vector<std::string_view> schemas;
  if (std::find(path.begin(), path.end(), "pg_catalog") == path.end()) schemas.emplace_back("pg_catalog");
  for (const std::string& schema : path)
    if (std::find(schemas.begin(), schemas.end(), schema) == schemas.end()) schemas.emplace_back(schema);
  return schemas;
}

Names::Names(const Catalog& catalog) : types(catalog), catalog_(catalog) {
  for (const auto& [id, object] : catalog.objects)
    if (const auto* routine = std::get_if<Routine>(&object.payload))
      own_functions_[id.name].push_back(describe(id, *routine, types));
  for (const auto& [id, object] : catalog.objects)
    if (const auto* own = std::get_if<Operator>(&object.payload)) add_operator(id, *own);
  add_extension_functions();
  for (const ExtensionMember& member : catalog.extension_members) {
    if (!is_routine(member.id.kind)) continue;
    FunctionInfo info = describe(member, types);
    std::vector<FunctionInfo>& known = own_functions_[member.id.name];
    const bool there = std::any_of(known.begin(), known.end(), [&](const FunctionInfo& other) {
      return other.schema == info.schema && other.arguments == info.arguments;
    });
    if (!there) known.push_back(std::move(info));
  }
  functions_.clear();
}

void Names::add_operator(const ObjectId& id, const Operator& own) {
  OperatorInfo info{.schema = id.schema, .object = id};
  const std::vector<TypeId> operands = read_types(id.signature, types);  // "NONE" is no type
  if (operands.size() != 2) return;
  info.left = operands[0];
  info.right = operands[1];
  if (!own.result.empty()) info.result = types.parse(own.result).id;
  std::vector<TypeId> arguments = operands;
  std::erase(arguments, type::none);
  if (info.result == type::none)
    for (const FunctionInfo& function : functions(own.function.schema, own.function.name, {}))
      if (function.arguments == arguments) info.result = function.result;
  own_operators_[id.name].push_back(std::move(info));
}

void Names::add(const ObjectId& id, const Aggregate& aggregate) {
  FunctionInfo info{.schema = id.schema, .name = id.name, .kind = 'a'};
  if (!aggregate.returns.empty()) info.result = types.parse(aggregate.returns).id;
  info.object = id;
  describe(aggregate.parameters, types, info);
  own_functions_[id.name].push_back(std::move(info));
  functions_.clear();
}

/// f: name, prokind, proretset, result, arguments, defaults, variadic, output columns. o: name, left, right, result.
void Names::add_extension_functions() {
  for (const ExtensionLine& line : types.extensions()) {
    const std::vector<std::string>& fields = line.fields;
    if (line.kind == 'o')
      own_operators_[fields[0]].push_back({.schema = line.schema,
                                           .left = fields[1].empty() ? type::none : types.parse(fields[1]).id,
                                           .right = types.parse(fields[2]).id,
                                           .result = types.parse(fields[3]).id});
    if (line.kind != 'f') continue;
    FunctionInfo info{.schema = line.schema,
                      .name = fields[0],
                      .kind = fields[1][0],
                      .returns_set = fields[2] == "true",
                      .result = types.parse(fields[3]).id};
    info.arguments = read_types(fields[4], types);
    info.defaults = fields[5].empty() ? 0 : fields[5][0] - '0';
    if (!fields[6].empty()) info.variadic = types.parse(fields[6]).id;
    std::string_view outputs = fields[7];
    while (!outputs.empty()) {
      const std::string_view item = outputs.substr(0, outputs.find(','));
      outputs.remove_prefix(std::min(item.size() + 1, outputs.size()));
      const std::size_t space = item.find(' ');
      info.output_columns.push_back(
          {.name = std::string(item.substr(0, space)), .type = types.parse(item.substr(space + 1))});
    }
    own_functions_[fields[0]].push_back(std::move(info));
  }
}

const RelationInfo* Names::relation(std::string_view schema, std::string_view name, std::span<const std::string> path) {
  if (!schema.empty()) return load(schema, name);
  for (const std::string_view candidate : effective_path(path)) {
    if (current && candidate == current->schema && name == current->name && is_relation(current->kind)) continue;
    if (const RelationInfo* found = load(candidate, name)) return found;
  }
  return nullptr;
}

static std::vector<ColumnInfo> columns_of_view(const std::vector<ViewColumn>& view, Types& types, bool& known) {
  std::vector<ColumnInfo> columns;
  known = !view.empty();
  for (const ViewColumn& column : view) columns.push_back({.name = column.name, .type = types.parse(column.type)});
  return columns;
}

const RelationInfo* Names::load(std::string_view schema, std::string_view name) {
  const auto key = std::pair(std::string(schema), std::string(name));
  if (const auto it = relations_.find(key); it != relations_.end()) return it->second.get();
  auto info = std::make_unique<RelationInfo>();
  info->schema = schema;
  info->name = name;
  if (schema == "pg_catalog" || schema == "information_schema") {
    const builtins::Relation* row = builtins::relation(schema == "information_schema", name);
    if (!row) return nullptr;
    if (schema == "pg_catalog") info->schema.clear();
    info->columns = read_columns(row->columns);
    return (relations_[key] = std::move(info)).get();
  }
  const Object* object = catalog_.relation(schema, name);
  if (!object) return nullptr;
  info->object = object->id;
  if (is_table(object->id.kind)) {
    for (const Object* column : catalog_.columns_of(object->id))
      info->columns.push_back({.name = column->id.name, .type = types.parse(std::get<Column>(column->payload).type)});
  } else {
    if (derive_view) derive_view(object->id);
    if (const auto* view = std::get_if<View>(&object->payload))
      info->columns = columns_of_view(view->columns, types, info->known);
    if (const auto* view = std::get_if<MaterializedView>(&object->payload))
      info->columns = columns_of_view(view->columns, types, info->known);
  }
  return (relations_[key] = std::move(info)).get();
}

std::vector<ColumnInfo> Names::columns_then(const RelationInfo& relation) const {
  std::vector<ColumnInfo> columns = relation.columns;
  if (stated_at == nullptr || stated_at->file.empty() || !relation.object || !is_table(relation.object->kind))
    return columns;
  std::erase_if(columns, [&](const ColumnInfo& column) {
    const Object* found = catalog_.find(column_id(relation.object->schema, relation.object->name, column.name));
    return found != nullptr && found->origin.file == stated_at->file &&
           std::tie(found->origin.line, found->origin.column) > std::tie(stated_at->line, stated_at->column);
  });
  return columns;
}

void Names::forget(const ObjectId& relation) {
  relations_.erase({relation.schema, relation.name});
  rows_.erase(types.row_type(relation.schema, relation.name));
}

TypeId Names::find_type(std::string_view schema, std::string_view name, std::span<const std::string> path) const {
  if (!schema.empty()) return types.find(schema, name);
  for (const std::string_view candidate : effective_path(path)) {
    if (current && candidate == current->schema && name == current->name) continue;
    if (const TypeId found = types.find(candidate, name); found != type::none) return found;
  }
  return type::none;
}

void Names::add_builtin_functions(std::vector<FunctionInfo>& found, std::string_view name) const {
  for (const builtins::Function& row : builtins::functions(name)) {
    const auto arguments = builtins::argument_types(row);
    found.push_back({.schema = {},
                     .name = std::string(name),
                     .kind = row.kind,
                     .returns_set = row.returns_set,
                     .result = row.result,
                     .arguments = {arguments.begin(), arguments.end()},
                     .defaults = row.defaults,
                     .variadic = row.variadic,
                     .input_names = split_names(row.input_names),
                     .output_columns = read_columns(row.output_columns),
                     .object = {}});
  }
}

const std::vector<FunctionInfo>& Names::functions(std::string_view schema, std::string_view name,
                                                  std::span<const std::string> path) {
  std::string key(schema);
  key.append("\0", 1).append(name);
  if (schema.empty())
    for (const std::string& element : path) key.append("\0", 1).append(element);
  const auto [it, fresh] = functions_.try_emplace(std::move(key));
  if (!fresh) return it->second;
  const auto own = own_functions_.find(name);
  std::vector<std::string_view> schemas = effective_path(path);
  if (!schema.empty()) schemas = {schema};
  for (const std::string_view candidate : schemas) {
    if (candidate == "pg_catalog") add_builtin_functions(it->second, name);
    if (own == own_functions_.end()) continue;
    for (const FunctionInfo& function : own->second)
      if (function.schema == candidate) it->second.push_back(function);
  }
  return it->second;
}

std::vector<OperatorInfo> Names::operators(std::string_view schema, std::string_view name,
                                           std::span<const std::string> path) const {
  std::vector<OperatorInfo> found;
  std::vector<std::string_view> schemas = effective_path(path);
  if (!schema.empty()) schemas = {schema};
  const auto own = own_operators_.find(name);
  for (const std::string_view candidate : schemas) {
    if (candidate == "pg_catalog")
      for (const builtins::Operator& row : builtins::operators(name))
        found.push_back({.schema = {}, .left = row.left, .right = row.right, .result = row.result});
    if (own == own_operators_.end()) continue;
    for (const OperatorInfo& each : own->second)
      if (each.schema == candidate) found.push_back(each);
  }
  return found;
}

std::optional<ObjectId> Names::regclass(std::string_view schema, std::string_view name,
                                        std::span<const std::string> path) const {
  std::vector<std::string_view> schemas = effective_path(path);
  if (!schema.empty()) schemas = {schema};
  for (const std::string_view candidate : schemas) {
    if (const Object* relation = catalog_.relation(candidate, name)) return relation->id;
    for (const Kind kind : {Kind::sequence, Kind::index}) {
      const ObjectId id{
          .kind = kind, .schema = std::string(candidate), .parent = {}, .name = std::string(name), .signature = {}};
      if (catalog_.find(id)) return id;
    }
  }
  return std::nullopt;
}

std::optional<ObjectId> Names::find(Kind kind, std::string_view schema, std::string_view name,
                                    std::span<const std::string> path) const {
  std::vector<std::string_view> schemas = effective_path(path);
  if (!schema.empty()) schemas = {schema};
  for (const std::string_view candidate : schemas) {
    const ObjectId id{
        .kind = kind, .schema = std::string(candidate), .parent = {}, .name = std::string(name), .signature = {}};
    if (catalog_.find(id)) return id;
  }
  return std::nullopt;
}

const std::vector<ColumnInfo>* Names::row(TypeId id) {
  const TypeInfo& info = types.info(types.base(id));
  if (info.kind != 'c') return nullptr;
  if (const auto it = rows_.find(info.id); it != rows_.end()) return &it->second;
  std::vector<ColumnInfo> columns;
  if (info.object && info.object->id.kind == Kind::composite_type) {
    for (const Attribute& attribute : std::get<CompositeType>(info.object->payload).attributes)
      columns.push_back({.name = attribute.name, .type = types.parse(attribute.type)});
  } else {
    const RelationInfo* relation = load(info.schema.empty() ? "pg_catalog" : info.schema, info.name);
    if (!relation || !relation->known) return nullptr;
    columns = relation->columns;
  }
  return &(rows_[info.id] = std::move(columns));
}

}  // namespace trueup::canonical
