#include "parse/publication.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/quote.h"
#include "parse/expression.h"
#include "parse/inheritance.h"

namespace trueup::parse {

namespace {

using Members = std::map<ObjectId, PublicationTable>;  // schemas with an empty one

ObjectId publication_id(std::string_view name) {
  return {.kind = Kind::publication, .schema = {}, .parent = {}, .name = cut_identifier(name), .signature = {}};
}

ObjectId table_member(const ObjectId& table, std::string_view publication) {
  return {.kind = Kind::publication_table,
          .schema = table.schema,
          .parent = table.name,
          .name = std::string(publication),
          .signature = {}};
}

ObjectId schema_member(std::string schema, std::string_view publication) {
  return {.kind = Kind::publication_schema,
          .schema = std::move(schema),
          .parent = {},
          .name = std::string(publication),
          .signature = {}};
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

// publish = 'insert, update': the actions in the model's order.
std::vector<std::string> actions_of(const Step& step, const std::string& list) {
  static constexpr std::array<std::string_view, 4> all = {"insert", "update", "delete", "truncate"};
  std::vector<std::string> stated;
  std::string word;
  for (const char c : list + ",") {
    if (c == ',') {
      if (!word.empty()) stated.push_back(lower(word));
      word.clear();
    } else if (c != ' ' && c != '\t' && c != '"') {
      word += c;
    }
  }
  std::vector<std::string> actions;
  for (const std::string_view action : all)
    if (std::find(stated.begin(), stated.end(), action) != stated.end()) actions.emplace_back(action);
  for (const std::string& action : stated)
    if (std::find(all.begin(), all.end(), action) == all.end())
      step.error("unknown-name", fmt::format("a publication cannot publish {}", quote_literal(action)), -1);
  return actions;
}

void set_options(const Step& step, Publication& publication, Nodes options) {
  for (const Node* node : options) {
    const PgQuery__DefElem& option = *node->def_elem;
    const std::string_view name = option.defname;
    if (name == "publish")
      publication.publish = actions_of(step, value_text(option));
    else if (name == "publish_via_partition_root")
      publication.via_partition_root = value_true(option);
    else if (name == "publish_generated_columns")
      publication.generated_columns = option.arg ? lower(value_text(option)) : "stored";
    else
      step.not_managed(fmt::format("the parameter {} of a publication", quote_identifier(name)), option.location);
  }
}

// Without ONLY, what inherits from the table comes along (partitions do so by themselves).
void add_table(const Step& step, const ObjectId& table, bool heirs, const PublicationTable& payload,
               std::string_view publication, Members& members) {
  members.emplace(table_member(table, publication), payload);
  if (!heirs || is_partitioned(step.fold, table)) return;
  for (const ObjectId& heir : step.fold.heirs_of(table)) add_table(step, heir, true, payload, publication, members);
}

PublicationTable payload_of(const Step& step, const PgQuery__PublicationTable& table) {
  PublicationTable payload;
  for (std::string& column : strings_of(nodes(table.n_columns, table.columns)))
    payload.columns.push_back(cut_identifier(column));
  std::sort(payload.columns.begin(), payload.columns.end());
  payload.filter = expression_of(step, table.where_clause);
  return payload;
}

// The current schema is the first of the path that exists.
std::string current_schema(const Step& step) { return creation_schema(step, {}); }

Outcome members_of(const Step& step, Nodes objects, std::string_view publication, Members& members) {
  int kind = PG_QUERY__PUBLICATION_OBJ_SPEC_TYPE__PUBLICATIONOBJ_TABLE;
  for (const Node* node : objects) {
    const PgQuery__PublicationObjSpec& spec = *node->publication_obj_spec;
    const auto stated = static_cast<int>(spec.pubobjtype);
    if (stated != PG_QUERY__PUBLICATION_OBJ_SPEC_TYPE__PUBLICATIONOBJ_CONTINUATION) kind = stated;
    if (kind == PG_QUERY__PUBLICATION_OBJ_SPEC_TYPE__PUBLICATIONOBJ_TABLE) {
      const PgQuery__RangeVar& relation = *spec.pubtable->relation;
      const ObjectId* table = find_relation(step, relation);
      if (!table) return missing_relation(step, relation);
      add_table(step, *table, static_cast<bool>(relation.inh), payload_of(step, *spec.pubtable), publication, members);
    } else {
      const bool current = kind == PG_QUERY__PUBLICATION_OBJ_SPEC_TYPE__PUBLICATIONOBJ_TABLES_IN_CUR_SCHEMA;
      members.emplace(schema_member(current ? current_schema(step) : spec.name, publication), PublicationTable{});
    }
  }
  return {};
}

void define_member(const Step& step, const ObjectId& id, const PublicationTable& table) {
  if (step.fold.catalog.find(id)) return;
  if (id.kind == Kind::publication_schema)
    step.define(id, PublicationSchema{});
  else
    step.define(id, table);
}

}  // namespace

std::vector<ObjectId> publication_members(const Fold& fold, std::string_view publication) {
  std::vector<ObjectId> members;
  for (const auto& [id, object] : fold.catalog.objects)
    if ((id.kind == Kind::publication_table || id.kind == Kind::publication_schema) && id.name == publication)
      members.push_back(id);
  return members;
}

Outcome create_publication(Step& step, const PgQuery__CreatePublicationStmt& stmt) {
  const ObjectId id = publication_id(stmt.pubname);
  Members members;
  const Outcome found = members_of(step, nodes(stmt.n_pubobjects, stmt.pubobjects), id.name, members);
  if (!found.done()) return found;
  Publication publication{.all_tables = static_cast<bool>(stmt.for_all_tables)};
  set_options(step, publication, nodes(stmt.n_options, stmt.options));
  if (!step.define(id, std::move(publication))) return {};
  for (const auto& [member, table] : members) define_member(step, member, table);
  return {};
}

Outcome alter_publication(Step& step, const PgQuery__AlterPublicationStmt& stmt) {
  const ObjectId id = publication_id(stmt.pubname);
  Object* object = step.fold.catalog.find(id);
  if (!object) return {.missing = to_string(id), .offset = -1};
  if (stmt.n_options > 0) {
    set_options(step, std::get<Publication>(object->payload), nodes(stmt.n_options, stmt.options));
    return {};
  }
  Members members;
  const Outcome found = members_of(step, nodes(stmt.n_pubobjects, stmt.pubobjects), id.name, members);
  if (!found.done()) return found;
  if (stmt.action == PG_QUERY__ALTER_PUBLICATION_ACTION__AP_SetObjects)
    for (const ObjectId& member : publication_members(step.fold, id.name)) step.fold.erase(member);
  for (const auto& [member, table] : members) {
    if (stmt.action == PG_QUERY__ALTER_PUBLICATION_ACTION__AP_DropObjects) {
      if (step.fold.catalog.find(member)) step.fold.erase(member);
    } else {
      define_member(step, member, table);
    }
  }
  return {};
}

}  // namespace trueup::parse
