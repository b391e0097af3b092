#include "introspect/attributes.h"

#include <algorithm>
#include <array>

#include "base/quote.h"

namespace trueup::introspect {

void add_options(Options& options, std::string_view text, std::string_view prefix) {
  for (const std::string& option : split_array(text)) {
    const std::size_t equals = option.find('=');
    if (equals == std::string::npos) continue;
    const std::string name = option.substr(0, equals);
    // Debian's 15.20 stamps this into every column; it is no attribute of the schema.
    if (name == "pg_attver") continue;
    options.set(std::string(prefix) + name, option.substr(equals + 1));
  }
}

namespace {

/// The settings whose values are lists of names, each quoted for itself (GUC_LIST_QUOTE).
constexpr std::array<std::string_view, 7> lists = {"search_path",
                                                   "temp_tablespaces",
                                                   "session_preload_libraries",
                                                   "shared_preload_libraries",
                                                   "local_preload_libraries",
                                                   "unix_socket_directories",
                                                   "synchronous_standby_names"};

/// The names of a list setting as it is stored: bare or in double quotes, with commas between them.
std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> names;
  std::string name;
  bool quoted = false;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    if (c == '"' && quoted && i + 1 < list.size() && list[i + 1] == '"') {
      name += list[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      names.push_back(std::move(name));
      name.clear();
    } else if (c != ' ' || quoted) {
      name += c;
    }
  }
  names.push_back(std::move(name));
  return names;
}

std::string setting_value(std::string_view name, const std::string& value) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  if (std::find(lists.begin(), lists.end(), lower) == lists.end()) return quote_literal(value);
  std::string text;
  for (const std::string& item : split_list(value)) text += (text.empty() ? "" : ", ") + quote_literal(item);
  return text;
}

std::string comment_query(const Context&) {
  // Objects below 16384 are the system's own, apart from the schema public.
  return "SELECT classoid, objoid, objsubid, description FROM pg_description WHERE objoid >= 16384 OR classoid = "
         "'pg_namespace'::regclass";
}

/// On the index behind a constraint, or on the sequence behind an identity column.
void comment_behind(Object& object, const std::string& comment) {
  if (auto* key = std::get_if<Key>(&object.payload)) key->index_comment = comment;
  if (auto* exclusion = std::get_if<Exclusion>(&object.payload)) exclusion->index_comment = comment;
  if (auto* column = std::get_if<Column>(&object.payload))
    if (column->identity) column->identity->comment = comment;
}

/// On the constraint behind a NOT NULL.
void comment_on_not_null(Object& object, const std::string& comment) {
  if (auto* column = std::get_if<Column>(&object.payload)) column->not_null_constraint.comment = comment;
  if (auto* domain = std::get_if<Domain>(&object.payload)) domain->not_null_comment = comment;
}

/// A comment on a column of a view or composite type: not an object's own.
void comment_on_part(Context& context, const Address& address, const std::string& comment) {
  if (address.catalog != pg_class) return;
  const Relation* relation = context.managed(address.object);
  Object* object = relation == nullptr ? nullptr : context.catalog.find(relation->id);
  if (object == nullptr) return;
  const std::string column = relation->column(address.part);
  if (auto* view = std::get_if<View>(&object->payload)) view->column_comments[column] = comment;
  if (auto* view = std::get_if<MaterializedView>(&object->payload)) view->column_comments[column] = comment;
  if (auto* type = std::get_if<CompositeType>(&object->payload))
    for (Attribute& attribute : type->attributes)
      if (attribute.name == column) attribute.comment = comment;
}

void fold_comments(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    Address address{.catalog = row.oid(), .object = row.oid()};
    address.part = row.small();
    const std::string comment = row.text();
    Object* object = context.object_at(address);
    const bool in_class = address.catalog == pg_class && object != nullptr;
    const bool is_column = object != nullptr && object->id.kind == Kind::column;
    if (in_class && (is_constraint(object->id.kind) || (is_column && address.part == 0))) {
      comment_behind(*object, comment);
      continue;
    }
    if (object == nullptr || (in_class && address.part != 0 && !is_column)) {
      comment_on_part(context, address, comment);
      continue;
    }
    if (address.catalog == pg_constraint && !is_constraint(object->id.kind) && object->id.kind != Kind::domain_check) {
      comment_on_not_null(*object, comment);
      continue;
    }
    const bool initial =
        object->id.kind == Kind::schema && object->id.name == "public" && comment == "standard public schema";
    if (!initial) object->comment = comment;
  }
}

std::string role_comment_query(const Context&) {
  return "SELECT objoid, description FROM pg_shdescription WHERE classoid = 'pg_authid'::regclass";
}

void fold_role_comments(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    if (Object* role = context.object_at({pg_authid, row.oid(), 0})) role->comment = row.text();
  }
}

}  // namespace

std::vector<Setting> settings_of(const std::vector<std::string>& configuration) {
  std::vector<Setting> settings;
  for (const std::string& setting : configuration) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos) continue;
    const std::string name = setting.substr(0, equals);
    settings.push_back({.name = name, .value = setting_value(name, setting.substr(equals + 1))});
  }
  return settings;
}

std::string parallel_word(char letter) { return letter == 's' ? "safe" : letter == 'r' ? "restricted" : "unsafe"; }

void read_owner_and_acl(const Context& context, Row& row, Object& object) {
  object.owner = context.role(row.oid());
  const bool is_default = row.null();
  object.acl = acl_of(object.id.kind, row.view(), is_default, *object.owner, context.version);
}

const Step comment_step = {.what = "comments", .query = comment_query, .fold = fold_comments};
const Step role_comment_step = {.what = "comments on roles", .query = role_comment_query, .fold = fold_role_comments};

}  // namespace trueup::introspect
