#include "parse/key.h"

#include <algorithm>

#include "model/encode.h"
#include "parse/constraint.h"
#include "parse/expression.h"
#include "parse/grammar.h"
#include "parse/implied_name.h"
#include "parse/index.h"
#include "parse/storage_parameters.h"

namespace trueup::parse {

namespace {

// A key before it has a name; names are chosen one after the other, each seeing those before it.
struct Draft {
  Kind kind;
  std::string name;
  std::vector<std::string> column_names;  // of its index, as the implied name uses them
  Payload payload;
  int location = 0;
};

Kind kind_of(const PgQuery__Constraint& node) {
  if (node.contype == PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY) return Kind::primary_key;
  return node.contype == PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE ? Kind::unique_key : Kind::exclusion;
}

Payload key_payload(const Step& step, const ObjectId& table, const StatedConstraint& stated) {
  const PgQuery__Constraint& node = *stated.node;
  Key key;
  key.columns =
      stated.column.empty() ? strings_of(nodes(node.n_keys, node.keys)) : std::vector<std::string>{stated.column};
  key.include = strings_of(nodes(node.n_including, node.including));
  for (const std::string& column : key.columns)
    if (!step.fold.column(table, column)) unknown_column(step, table, column, node.location);
  key.without_overlaps = is_without_overlaps(node);
  key.nulls_not_distinct = node.nulls_not_distinct;
  key.deferrable = stated.deferrable;
  key.initially_deferred = stated.initially_deferred;
  key.options = storage_parameters(nodes(node.n_options, node.options));
  key.tablespace = tablespace_of(node.indexspace);
  return key;
}

std::string operator_text(Nodes parts) {
  const std::string name(last_string(parts));
  if (parts.size() < 2 || string_of(parts[0]) == "pg_catalog") return name;
  Nodes schema = parts.first(parts.size() - 1);
  return "OPERATOR(" + dotted(schema) + "." + name + ")";
}

Payload exclusion_payload(const Step& step, const ObjectId& table, const StatedConstraint& stated,
                          std::vector<std::string>& names) {
  const PgQuery__Constraint& node = *stated.node;
  Exclusion exclusion;
  if (*node.access_method != '\0') exclusion.method = node.access_method;
  for (const Node* pair : nodes(node.n_exclusions, node.exclusions)) {
    const Nodes parts = items_of(pair);
    KeyElement element = key_element(step, table, *parts[0]->index_elem, exclusion.method);
    element.with_operator = operator_text(items_of(parts[1]));
    names.push_back(element_name(*parts[0]->index_elem));
    exclusion.elements.push_back(std::move(element));
  }
  exclusion.include = strings_of(nodes(node.n_including, node.including));
  exclusion.predicate = expression_of(step, node.where_clause);
  exclusion.deferrable = stated.deferrable;
  exclusion.initially_deferred = stated.initially_deferred;
  exclusion.options = storage_parameters(nodes(node.n_options, node.options));
  exclusion.tablespace = tablespace_of(node.indexspace);
  return exclusion;
}

Draft draft_of(const Step& step, const ObjectId& table, const StatedConstraint& stated) {
  Draft draft{.kind = kind_of(*stated.node),
              .name = cut_identifier(stated.node->conname),
              .column_names = {},
              .payload = {},
              .location = stated.node->location};
  if (draft.kind == Kind::exclusion) {
    draft.payload = exclusion_payload(step, table, stated, draft.column_names);
    const auto& include = std::get<Exclusion>(draft.payload).include;
    draft.column_names.insert(draft.column_names.end(), include.begin(), include.end());
  } else {
    draft.payload = key_payload(step, table, stated);
    const auto& key = std::get<Key>(draft.payload);
    draft.column_names = key.columns;
    draft.column_names.insert(draft.column_names.end(), key.include.begin(), key.include.end());
  }
  return draft;
}

std::string implied_key_name(const Fold& fold, const ObjectId& table, const Draft& draft) {
  const std::string addition = name_addition(index_column_names(draft.column_names));
  if (draft.kind == Kind::primary_key) return choose_relation_name(fold, table.schema, table.name, "", "pkey", true);
  if (draft.kind == Kind::exclusion)
    return choose_relation_name(fold, table.schema, table.name, addition, "excl", true);
  return choose_relation_name(fold, table.schema, table.name, addition, "key", true);
}

bool same_index(const Key& a, const Key& b) {
  return a.columns == b.columns && a.without_overlaps == b.without_overlaps && a.include == b.include &&
         a.nulls_not_distinct == b.nulls_not_distinct && a.deferrable == b.deferrable &&
         a.initially_deferred == b.initially_deferred;
}

// Storage parameters and tablespace do not count: the first one's stay.
std::string shape(Exclusion exclusion) {
  exclusion.options.clear();
  exclusion.tablespace.clear();
  std::string text;
  encode(text, exclusion);
  return text;
}

// UNIQUE PRIMARY KEY and the like: the same index twice is one (transformIndexConstraints in parse_utilcmd.c).
bool same_index(const Draft& a, const Draft& b) {
  if (const auto* one = std::get_if<Key>(&a.payload), *other = std::get_if<Key>(&b.payload); one && other)
    return same_index(*one, *other);
  const auto* one = std::get_if<Exclusion>(&a.payload);
  const auto* other = std::get_if<Exclusion>(&b.payload);
  return one && other && shape(*one) == shape(*other);
}

}  // namespace

void define_keys(const Step& step, const ObjectId& table, const std::vector<StatedConstraint>& keys, bool recurse) {
  std::vector<Draft> drafts;
  for (const bool primary : {true, false}) {
    for (const StatedConstraint& stated : keys) {
      if ((kind_of(*stated.node) == Kind::primary_key) != primary) continue;
      Draft draft = draft_of(step, table, stated);
      const auto twin =
          std::find_if(drafts.begin(), drafts.end(), [&](const Draft& other) { return same_index(other, draft); });
      if (twin == drafts.end())
        drafts.push_back(std::move(draft));
      else if (twin->name.empty())
        twin->name = draft.name;
    }
  }
  for (Draft& draft : drafts) {
    const std::string name = draft.name.empty() ? implied_key_name(step.fold, table, draft) : draft.name;
    const ObjectId id{.kind = draft.kind, .schema = table.schema, .parent = table.name, .name = name, .signature = {}};
    add_key(step, id, std::move(draft.payload), std::nullopt, draft.location, recurse);
  }
}

Outcome take_over_index(const Step& step, const ObjectId& table, const StatedConstraint& stated) {
  const PgQuery__Constraint& node = *stated.node;
  const ObjectId* found = step.fold.in_pg_class(table.schema, node.indexname);
  const Object* object = found ? step.fold.catalog.find(*found) : nullptr;
  const auto* index = object ? std::get_if<Index>(&object->payload) : nullptr;
  if (!index) return {.missing = std::string("index ") + node.indexname, .offset = node.location};
  Key key{.columns = {},
          .include = index->include,
          .nulls_not_distinct = index->nulls_not_distinct,
          .deferrable = stated.deferrable,
          .initially_deferred = stated.initially_deferred,
          .options = index->options,
          .tablespace = index->tablespace};
  for (const KeyElement& element : index->elements) key.columns.push_back(column_of(element));
  key.index_comment = object->comment;
  const ObjectId id{.kind = kind_of(node),
                    .schema = table.schema,
                    .parent = table.name,
                    .name = *node.conname != '\0' ? cut_identifier(node.conname) : cut_identifier(node.indexname),
                    .signature = {}};
  const ObjectId old = *found;
  const std::optional<ObjectId> parent = object->inherited_from;
  step.fold.erase(old);
  add_key(step, id, std::move(key), parent, node.location);
  return {};
}

}  // namespace trueup::parse
