#include "canonical/references.h"

#include <algorithm>
#include <set>

#include "canonical/type_text.h"
#include "model/walk_fields.h"

namespace trueup::canonical {
namespace {

using Columns = std::vector<std::string>;

/// What one object refers to, as far as the catalog holds it.
struct Collector {
  const Catalog& catalog;
  const Object& object;
  std::vector<ObjectId> found;

  bool add(const ObjectId& id) {
    if (id == object.id || !catalog.find(id)) return false;
    found.push_back(id);
    return true;
  }

  bool add(Kind kind, const std::string& schema, const std::string& name) {
    return add({.kind = kind, .schema = schema, .parent = {}, .name = name, .signature = {}});
  }

  void add_role(const std::string& name) {
    if (!name.empty()) add(Kind::role, {}, name);
  }

  void add_relation(const std::string& schema, const std::string& name) {
    if (const Object* relation = catalog.relation(schema, name)) add(relation->id);
  }

  void add_column(const ObjectId& relation, const std::string& name) {
    if (!add(column_id(relation.schema, relation.name, name))) add_relation(relation.schema, relation.name);
  }

  void add_columns(const std::string& schema, const std::string& relation, const Columns& names) {
    for (const std::string& name : names) add_column(table_id(schema, relation), name);
  }

  void add_type(const std::string& text) {
    if (text.empty()) return;
    const TypeText type = split_type(text);
    if (type.schema.empty()) return;
    for (const Kind kind : {Kind::enum_type, Kind::composite_type, Kind::range_type, Kind::base_type, Kind::domain})
      if (add(kind, type.schema, type.name)) return;
    add_relation(type.schema, type.name);
    add_multirange(type);
  }

  /// A multirange type is made with its range type.
  void add_multirange(const TypeText& type) {
    for (const auto& [id, candidate] : catalog.objects) {
      const auto* range = std::get_if<RangeType>(&candidate.payload);
      if (!range) continue;
      const TypeText multirange = split_type(range->multirange_type);
      if (multirange.schema == type.schema && multirange.name == type.name) add(id);
    }
  }

  /// Each type of "integer,public.mood[]".
  void add_signature(std::string_view signature) {
    bool quoted = false;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= signature.size(); ++i) {
      if (i < signature.size() && signature[i] == '"') quoted = !quoted;
      if (i < signature.size() && (quoted || signature[i] != ',')) continue;
      add_type(std::string(signature.substr(start, i - start)));
      start = i + 1;
    }
  }

  void add_expression(const Expression& expression) {
    for (const ObjectId& id : expression.references) add(id);
  }

  /// The object of a qualified name; of functions each of that name.
  void add_named(Kind kind, std::string_view text) {
    const std::string schema = take_identifier(text);
    if (!text.starts_with('.')) return;
    text.remove_prefix(1);
    const ObjectId first{.kind = kind, .schema = schema, .parent = {}, .name = take_identifier(text), .signature = {}};
    for (auto it = catalog.objects.lower_bound(first); it != catalog.objects.end(); ++it) {
      if (it->first.kind != kind || it->first.schema != schema || it->first.name != first.name) return;
      add(it->first);
    }
  }

  void add_elements(const std::vector<KeyElement>& elements) {
    for (const KeyElement& element : elements) add_expression(element.expression);
  }

  void add_backing_key(const ForeignKey& key);

  void operator()(const Schema&) {}
  void operator()(const Extension& extension) { add(Kind::schema, {}, extension.schema); }
  void operator()(const Role&) {}
  void operator()(const Membership&) {
    add_role(object.id.parent);
    add_role(object.id.name);
  }
  void operator()(const EnumType&) {}
  void operator()(const CompositeType& type) {
    for (const Attribute& attribute : type.attributes) add_type(attribute.type);
  }
  void operator()(const RangeType& type) {
    add_type(type.subtype);
    if (type.subtype_diff.empty()) return;
    std::string_view name = type.subtype_diff;
    ObjectId id{.kind = Kind::function, .schema = take_identifier(name), .parent = {}, .name = {}, .signature = {}};
    if (!name.starts_with('.')) return;
    name.remove_prefix(1);
    id.name = take_identifier(name);
    id.signature = type.subtype + "," + type.subtype;
    add(id);
  }
  void operator()(const Domain& domain) { add_type(domain.type); }
  void operator()(const DomainCheck&) { add(Kind::domain, object.id.schema, object.id.parent); }
  void operator()(const Sequence&) {}
  void operator()(const Table& table) {
    for (const ObjectId& parent : table.inherits) add(parent);
    if (table.partition_of) add(*table.partition_of);
    add_type(table.of_type);
  }
  void operator()(const Column& column) { add_type(column.type); }
  void operator()(const Key& key) {
    add_columns(object.id.schema, object.id.parent, key.columns);
    add_columns(object.id.schema, object.id.parent, key.include);
  }
  void operator()(const Exclusion& exclusion) { add_columns(object.id.schema, object.id.parent, exclusion.include); }
  void operator()(const Check&) {}
  void operator()(const ForeignKey& key) {
    add_columns(object.id.schema, object.id.parent, key.columns);
    add(key.referenced);
    for (const std::string& column : key.referenced_columns) add_column(key.referenced, column);
    add_backing_key(key);
  }
  void operator()(const Index& index) {
    add(index.table);
    for (const std::string& column : index.include) add_column(index.table, column);
  }
  void operator()(const View&) {}
  void operator()(const MaterializedView&) {}
  void operator()(const Routine& routine) {
    for (const Parameter& parameter : routine.parameters) add_type(parameter.type);
    add_type(routine.returns);
    add(Kind::language, {}, routine.language);
  }
  void operator()(const Aggregate& aggregate) {
    for (const Parameter& parameter : aggregate.parameters) add_type(parameter.type);
    add_type(aggregate.plain.type);
    add_type(aggregate.moving.type);
    add_type(aggregate.returns);
  }
  void add(const std::optional<ObjectId>& id) {
    if (id) add(*id);
  }
  void operator()(const Operator& own) {
    add_signature(object.id.signature);
    add(own.function);
    add(own.restrict);
    add(own.join);
  }
  void add_members(const std::vector<FamilyMember>& members) {
    for (const FamilyMember& member : members) {
      add_type(member.left);
      add_type(member.right);
      add(member.object);
      add(member.order_family);
    }
  }
  void operator()(const OperatorFamily& family) { add_members(family.members); }
  void operator()(const OperatorClass& own) {
    add_type(own.type);
    add_type(own.storage);
    add(own.family);
    add_members(own.members);
  }
  void operator()(const Cast& cast) {
    add_type(object.id.name);
    add_type(object.id.signature);
    add(cast.function);
  }
  void operator()(const Conversion& conversion) { add(conversion.function); }
  void operator()(const Language& language) {
    add(language.handler);
    add(language.inline_handler);
    add(language.validator);
  }
  void operator()(const Transform& transform) {
    add_type(object.id.name);
    add(Kind::language, {}, object.id.signature);
    add(transform.from_sql);
    add(transform.to_sql);
  }
  void operator()(const BaseType& base) { add_type(base.element); }
  void operator()(const Trigger& trigger) {
    add(trigger.function);
    if (trigger.from_table) add(*trigger.from_table);
    add_columns(object.id.schema, object.id.parent, trigger.update_columns);
  }
  void operator()(const Policy& policy) {
    for (const std::string& role : policy.roles) add_role(role);
  }
  void operator()(const Rule&) {}
  void operator()(const EventTrigger& trigger) { add(trigger.function); }
  void operator()(const Collation&) {}
  void operator()(const Statistics& statistics) {
    add(statistics.table);
    for (const std::string& column : statistics.columns) add_column(statistics.table, column);
  }
  void operator()(const TextSearchParser& parser) {
    for (const std::string* name : {&parser.start, &parser.get_token, &parser.end, &parser.headline, &parser.lex_types})
      add_named(Kind::function, *name);
  }
  void operator()(const TextSearchTemplate& payload) {
    add_named(Kind::function, payload.init);
    add_named(Kind::function, payload.lexize);
  }
  void operator()(const TextSearchDictionary& dictionary) {
    add_named(Kind::text_search_template, dictionary.template_name);
  }
  void operator()(const TextSearchConfiguration& configuration) {
    add_named(Kind::text_search_parser, configuration.parser);
    for (const auto& [token, dictionaries] : configuration.mappings)
      for (const std::string& dictionary : dictionaries) add_named(Kind::text_search_dictionary, dictionary);
  }
  void operator()(const DefaultPrivilege&) { add_role(object.id.parent); }
  void operator()(const Publication&) {}
  void operator()(const PublicationTable& table) {
    add(Kind::publication, {}, object.id.name);
    add_columns(object.id.schema, object.id.parent, table.columns);
  }
  void operator()(const PublicationSchema&) { add(Kind::publication, {}, object.id.name); }
  void operator()(const Subscription&) {}
  void operator()(const ForeignDataWrapper& wrapper) {
    if (wrapper.handler) add(*wrapper.handler);
    if (wrapper.validator) add(*wrapper.validator);
  }
  void operator()(const Server& server) {
    if (add(Kind::foreign_data_wrapper, {}, server.wrapper)) return;
    // A wrapper that an extension brings: postgres_fdw is in the extension of that name, dblink_fdw in dblink.
    if (add(Kind::extension, {}, server.wrapper)) return;
    constexpr std::string_view suffix = "_fdw";
    if (server.wrapper.ends_with(suffix))
      add(Kind::extension, {}, server.wrapper.substr(0, server.wrapper.size() - suffix.size()));
  }
  void operator()(const UserMapping&) {
    add(Kind::server, {}, object.id.parent);
    add_role(object.id.name);
  }
  void operator()(const ForeignTable& table) {
    add(Kind::server, {}, table.server);
    for (const ObjectId& parent : table.inherits) add(parent);
    if (table.partition_of) add(*table.partition_of);
  }
};

/// The primary key, unique constraint or unique index that a foreign key stands on: the first, by id, whose columns are
/// those referenced, in any order; PostgreSQL prefers the primary key, too.
void Collector::add_backing_key(const ForeignKey& key) {
  Columns wanted = key.referenced_columns;
  std::sort(wanted.begin(), wanted.end());
  const auto same_columns = [&](Columns columns) {
    std::sort(columns.begin(), columns.end());
    return columns == wanted;
  };
  for (const Kind kind : {Kind::primary_key, Kind::unique_key})
    for (const Object* candidate : catalog.children(kind, key.referenced.schema, key.referenced.name))
      if (same_columns(std::get<Key>(candidate->payload).columns)) {
        add(candidate->id);
        return;
      }
  const ObjectId first{.kind = Kind::index, .schema = key.referenced.schema, .parent = {}, .name = {}, .signature = {}};
  for (auto it = catalog.objects.lower_bound(first); it != catalog.objects.end(); ++it) {
    if (it->first.kind != Kind::index || it->first.schema != key.referenced.schema) return;
    const auto& index = std::get<Index>(it->second.payload);
    if (!index.unique || !index.predicate.empty() || index.table != key.referenced) continue;
    Columns columns;
    bool plain = true;
    for (const KeyElement& element : index.elements) {
      plain = plain && element.is_column;
      std::string_view text = element.expression.text;
      columns.push_back(take_identifier(text));
    }
    if (!plain || !same_columns(columns)) continue;
    add(it->first);
    return;
  }
}

std::vector<ObjectId> references_of(const Catalog& catalog, const Object& object) {
  Collector collector{.catalog = catalog, .object = object, .found = object.references};
  if (!object.id.schema.empty()) collector.add(Kind::schema, {}, object.id.schema);
  if (has_parent(object.id.kind)) collector.add_relation(object.id.schema, object.id.parent);
  if (object.inherited_from) collector.add(*object.inherited_from);
  if (object.owner) collector.add_role(*object.owner);
  each_acl(object, [&](const Acl& acl) {
    for (const Grant& grant : acl.grants) collector.add_role(grant.grantee);
  });
  std::visit(collector, object.payload);
  const auto collation = [&](std::string_view field, const std::string& name) {
    if (field == "collation") collector.add_named(Kind::collation, name);
  };
  each_field(object, FieldWalk<decltype(collation)>{collation});
  each_expression(object, [&](const Expression& expression) { collector.add_expression(expression); });
  std::vector<ObjectId>& found = collector.found;
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::erase(found, object.id);
  return std::move(found);
}

}  // namespace

void collect_references(Catalog& catalog) {
  for (auto& [id, object] : catalog.objects) object.references = references_of(catalog, object);
}

}  // namespace trueup::canonical
