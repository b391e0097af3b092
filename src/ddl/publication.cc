#include "ddl/publication.h"

#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string parameters(const Publication& publication) {
  std::string text = "publish = '" + join(publication.publish) + "'";
  text += std::string(", publish_via_partition_root = ") + (publication.via_partition_root ? "true" : "false");
  return text;
}

/// Only what differs from the default is said; a server before 18 does not know of generated columns.
std::string with_parameters(const Publication& publication) {
  const Publication usual;
  std::vector<std::string> parts;
  if (publication.publish != usual.publish) parts.push_back("publish = '" + join(publication.publish) + "'");
  if (publication.via_partition_root) parts.emplace_back("publish_via_partition_root = true");
  if (publication.generated_columns != usual.generated_columns)
    parts.push_back("publish_generated_columns = " + publication.generated_columns);
  return parts.empty() ? "" : " WITH (" + join(parts) + ")";
}

Statements create(const Object& object, const Context& context) {
  const Publication& publication = as<Publication>(object);
  constexpr std::string_view keyword = "TABLE ";
  std::vector<std::string> members;
  for (const Object* member : publication_members(object.id, context.to)) {
    std::string text = published(*member, context);
    // Tables come first; before version 15 the word stands only once.
    const bool again = !members.empty() && member->id.kind == Kind::publication_table;
    members.push_back(again ? text.substr(keyword.size()) : std::move(text));
  }
  std::string sql = "CREATE PUBLICATION " + sql_name(object.id);
  if (publication.all_tables)
    sql += " FOR ALL TABLES";
  else if (!members.empty())
    sql += " FOR " + join(members);
  Statements statements = {statement(sql + with_parameters(publication))};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP PUBLICATION " + sql_name(object.id))}; }

Statements alter_parameters(const Object& from, const Object& to, const Context&) {
  const Publication& publication = as<Publication>(to);
  std::string text = parameters(publication);
  if (as<Publication>(from).generated_columns != publication.generated_columns)
    text += ", publish_generated_columns = " + publication.generated_columns;
  return {statement("ALTER PUBLICATION " + sql_name(to.id) + " SET (" + text + ")")};
}

constexpr FieldRule fields[] = {
    {.field = "all_tables", .alter = nullptr},
    {.field = "publish", .alter = alter_parameters},
    {.field = "via_partition_root", .alter = alter_parameters},
    {.field = "generated_columns", .alter = alter_parameters},
};

}  // namespace

std::vector<const Object*> publication_members(const ObjectId& publication, const Catalog& catalog) {
  std::vector<const Object*> members;
  for (const Kind kind : {Kind::publication_table, Kind::publication_schema}) {
    const ObjectId first{.kind = kind, .schema = {}, .parent = {}, .name = {}, .signature = {}};
    for (auto it = catalog.objects.lower_bound(first); it != catalog.objects.end() && it->first.kind == kind; ++it)
      if (it->first.name == publication.name) members.push_back(&it->second);
  }
  return members;
}

constinit const KindRules publication_rules = {
    .kind = Kind::publication, .weight = 260, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
