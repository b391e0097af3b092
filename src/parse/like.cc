#include <fmt/format.h>

#include "parse/column.h"
#include "parse/constraint.h"
#include "parse/implied_name.h"
#include "parse/index.h"
#include "parse/statistics.h"
#include "parse/table.h"

namespace trueup::parse {

namespace {

// The bits of TableLikeOption in the server's parsenodes.h, which the tree holds as a plain number.
enum Option : unsigned {
  comments = 1U << 0,
  compression = 1U << 1,
  constraints = 1U << 2,
  defaults = 1U << 3,
  generated = 1U << 4,
  identity = 1U << 5,
  indexes = 1U << 6,
  statistics = 1U << 7,
  storage = 1U << 8,
};

bool has(const PgQuery__TableLikeClause& like, Option option) { return (like.options & option) != 0; }

std::string joined_names(const std::vector<std::string>& names) { return name_addition(index_column_names(names)); }

std::string key_name(const Step& step, const ObjectId& table, Kind kind, const std::vector<std::string>& columns) {
  if (kind == Kind::primary_key) return choose_relation_name(step.fold, table.schema, table.name, "", "pkey", true);
  return choose_relation_name(step.fold, table.schema, table.name, joined_names(columns),
                              kind == Kind::exclusion ? "excl" : "key", true);
}

std::vector<std::string> element_names(const std::vector<KeyElement>& elements,
                                       const std::vector<std::string>& include) {
  std::vector<std::string> names;
  for (const KeyElement& element : elements) names.push_back(element_name(element));
  names.insert(names.end(), include.begin(), include.end());
  return names;
}

void copy_comment(const Step& step, const ObjectId& to, const Object& from, const PgQuery__TableLikeClause& like) {
  if (!has(like, comments)) return;
  if (Object* object = step.fold.catalog.find(to)) object->comment = from.comment;
}

void clear_index_comment(Payload& payload) {
  if (auto* key = std::get_if<Key>(&payload)) key->index_comment.clear();
  if (auto* exclusion = std::get_if<Exclusion>(&payload)) exclusion->index_comment.clear();
}

void copy_keys(const Step& step, const ObjectId& table, const ObjectId& source, const PgQuery__TableLikeClause& like) {
  for (const Kind kind : {Kind::primary_key, Kind::unique_key, Kind::exclusion}) {
    for (const Object* from : step.fold.parts(kind, source)) {
      std::vector<std::string> names;
      if (const auto* key = std::get_if<Key>(&from->payload)) {
        names = key->columns;
        names.insert(names.end(), key->include.begin(), key->include.end());
      } else {
        const auto& exclusion = std::get<Exclusion>(from->payload);
        names = element_names(exclusion.elements, exclusion.include);
      }
      const ObjectId id{.kind = kind,
                        .schema = table.schema,
                        .parent = table.name,
                        .name = key_name(step, table, kind, names),
                        .signature = {}};
      Payload payload = from->payload;
      if (!has(like, comments)) clear_index_comment(payload);  // the constraint's own is never copied
      add_key(step, id, std::move(payload), std::nullopt, like.relation->location);
    }
  }
}

void copy_indexes(const Step& step, const ObjectId& table, const ObjectId& source,
                  const PgQuery__TableLikeClause& like) {
  for (const ObjectId& source_index : step.fold.indexes_on(source)) {
    const Object& from = *step.fold.catalog.find(source_index);
    Index index = std::get<Index>(from.payload);
    index.table = table;
    index.only = false;
    index.statistics_targets.clear();
    const std::string name = choose_relation_name(
        step.fold, table.schema, table.name, joined_names(element_names(index.elements, index.include)), "idx", false);
    const ObjectId id{.kind = Kind::index, .schema = table.schema, .parent = {}, .name = name, .signature = {}};
    step.define(id, std::move(index), like.relation->location);
    copy_comment(step, id, from, like);
  }
}

void copy_identity(const Step& step, const ObjectId& table, Object& object, const Column& from) {
  auto& column = std::get<Column>(object.payload);
  column.identity = from.identity;
  column.identity->options.type = "bigint";  // LIKE copies the sequence's numbers, but not its type
  const std::string name = choose_relation_name(step.fold, table.schema, table.name, object.id.name, "seq", false);
  name_identity(step, object, name);
}

}  // namespace

void like_columns(const Step& step, const ObjectId& table, const PgQuery__TableLikeClause& like) {
  const ObjectId source = *find_relation(step, *like.relation);
  if (source.kind == Kind::view || source.kind == Kind::materialized_view) {
    step.error(
        "not-understood",
        fmt::format("the columns of {} are not known without a server, so LIKE cannot copy them", to_string(source)),
        like.relation->location, "write the columns out");
    return;
  }
  for (const Object* from : step.fold.columns(source)) {
    const auto& original = std::get<Column>(from->payload);
    Column column;
    column.type = original.type;
    column.collation = original.collation;
    column.not_null = original.not_null;
    column.not_null_constraint = original.not_null_constraint;
    if (!has(like, comments)) column.not_null_constraint.comment.clear();
    if (has(like, defaults)) column.default_value = original.default_value;
    if (has(like, generated)) {
      column.generated = original.generated;
      column.is_virtual = original.is_virtual;
    }
    if (has(like, storage)) column.storage = original.storage;
    if (has(like, compression)) column.compression = original.compression;
    Object* object = add_column(step, table, from->id.name, std::move(column), like.relation->location);
    if (!object) continue;
    if (has(like, identity) && original.identity) copy_identity(step, table, *object, original);
    if (has(like, comments)) object->comment = from->comment;
  }
}

void like_rest(const Step& step, const ObjectId& table, const PgQuery__TableLikeClause& like) {
  const ObjectId source = *find_relation(step, *like.relation);
  if (source.kind != Kind::table) return;
  if (has(like, constraints)) {
    for (const Object* from : step.fold.parts(Kind::check, source)) {
      add_check(step, table, from->id.name, std::get<Check>(from->payload), true, std::nullopt,
                like.relation->location);
      ObjectId id = from->id;
      id.schema = table.schema;
      id.parent = table.name;
      copy_comment(step, id, *from, like);
    }
  }
  if (has(like, indexes)) {
    copy_keys(step, table, source, like);
    copy_indexes(step, table, source, like);
  }
  if (has(like, statistics)) copy_statistics(step, table, source, has(like, comments), like.relation->location);
}

}  // namespace trueup::parse
