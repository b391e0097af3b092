#include <algorithm>

#include "base/quote.h"
#include "canonical/canonicalise.h"
#include "canonical/pass.h"
#include "canonical/renamer.h"
#include "canonical/type_text.h"
#include "model/walk_fields.h"

namespace trueup::canonical {

namespace {

/// Follows ids and the texts that name types and the like.
struct NameFollower {
  const Renaming& renaming;

  void operator()(std::string_view, ObjectId& id) const { id = renaming.of(id); }
  void operator()(std::string_view name, std::string& text) const {
    static constexpr std::string_view fields[] = {"type",      "returns",         "subtype", "of_type",        "stype",
                                                  "mstype",    "multirange_type", "element", "left",           "right",
                                                  "collation", "opclass",         "storage", "subtype_opclass"};
    if (std::find(std::begin(fields), std::end(fields), name) != std::end(fields)) text = renaming.of_text(text);
  }
};

/// What stands in a payload as a bare name: columns, labels, attributes, indexes. Reads the names before.
struct PartFinder {
  const Renaming& renaming;
  const ObjectId& id;

  [[nodiscard]] ObjectId own_table() const { return table_id(id.schema, id.parent); }

  void columns(std::vector<std::string>& names, const ObjectId& relation) const {
    for (std::string& name : names) name = renaming.of_column(relation, name);
  }
  void elements(std::vector<KeyElement>& list, const ObjectId& relation) const {
    for (KeyElement& element : list) {
      if (!element.is_column) continue;
      std::string_view text = element.expression.text;
      element.expression.text = quote_identifier(renaming.of_column(relation, take_identifier(text)));
    }
  }
  void index_name(std::string& name) const {
    if (name.empty()) return;
    for (const Kind kind : all_kinds)
      if (has_index(kind)) {
        const bool part = has_parent(kind);
        const ObjectId index{
            .kind = kind, .schema = id.schema, .parent = part ? id.name : std::string(), .name = name, .signature = {}};
        if (const ObjectId now = renaming.of(index); now.name != name) return void(name = now.name);
      }
  }
  void view_columns(std::vector<ViewColumn>& list) const {
    for (ViewColumn& column : list) column.type = renaming.of_text(column.type);
  }

  template <class Other>
  void operator()(Other&) const {}

  void operator()(EnumType& type) const {
    for (std::string& label : type.labels) label = renaming.of_part(qualified(id.schema, id.name), label);
  }
  void operator()(CompositeType& type) const {
    for (Attribute& attribute : type.attributes)
      attribute.name = renaming.of_part(qualified(id.schema, id.name), attribute.name);
  }
  void operator()(Table& table) const {
    if (table.partition_key) elements(table.partition_key->elements, id);
    index_name(table.clustered_on);
    constexpr std::string_view by_index = "index ";
    if (!table.replica_identity.starts_with(by_index)) return;
    std::string index = table.replica_identity.substr(by_index.size());
    index_name(index);
    table.replica_identity = std::string(by_index) + index;
  }
  void operator()(View& view) const { view_columns(view.columns); }
  void operator()(MaterializedView& view) const {
    view_columns(view.columns);
    index_name(view.clustered_on);
  }
  void operator()(Index& index) const {
    elements(index.elements, index.table);
    columns(index.include, index.table);
  }
  void operator()(Key& key) const {
    columns(key.columns, own_table());
    columns(key.include, own_table());
  }
  void operator()(Exclusion& exclusion) const {
    elements(exclusion.elements, own_table());
    columns(exclusion.include, own_table());
  }
  void operator()(ForeignKey& key) const {
    columns(key.columns, own_table());
    columns(key.on_delete_columns, own_table());
    columns(key.referenced_columns, key.referenced);
  }
  void operator()(Statistics& statistics) const {
    columns(statistics.columns, statistics.table);
    std::sort(statistics.columns.begin(), statistics.columns.end());
  }
  void operator()(PublicationTable& published) const {
    columns(published.columns, own_table());
    std::sort(published.columns.begin(), published.columns.end());
  }
  void operator()(Column& column) const {
    if (!column.identity) return;
    column.identity->sequence = renaming
                                    .of({.kind = Kind::sequence,
                                         .schema = id.schema,
                                         .parent = {},
                                         .name = column.identity->sequence,
                                         .signature = {}})
                                    .name;
  }
  void operator()(Trigger& trigger) const { columns(trigger.update_columns, own_table()); }
  void operator()(Aggregate& aggregate) const { aggregate.returns = renaming.of_text(aggregate.returns); }
  void operator()(Operator& op) const { op.result = renaming.of_text(op.result); }
  void operator()(Extension& extension) const { extension.schema = renaming.of_schema(extension.schema); }
};

void forget_keys(Catalog& catalog) {
  for (auto& [id, object] : catalog.objects)
    each_expression(object, [](Expression& expression) { expression.key.clear(); });
}

void rewrite_texts(Catalog& catalog, const Renaming& renaming) {
  Renamer renamer(catalog, renaming);
  forget_keys(catalog);
  Pass pass(catalog);
  pass.names.derive_view = [&](const ObjectId& id) { pass.view(id); };
  pass.renamer = &renamer;
  for (auto& [id, object] : catalog.objects) pass.object(object);
  forget_keys(catalog);
}

void follow_references(std::vector<ObjectId>& references, const Renaming& renaming) {
  for (ObjectId& id : references) id = renaming.of(id);
  std::sort(references.begin(), references.end());
}

}  // namespace

void rename(Catalog& catalog, const Renaming& renaming) {
  rewrite_texts(catalog, renaming);
  const NameFollower names{renaming};
  std::map<ObjectId, Object> objects;
  for (auto& [id, object] : catalog.objects) {
    std::visit(PartFinder{.renaming = renaming, .id = id}, object.payload);
    each_field(object, FieldWalk<NameFollower>{names});
    follow_references(object.references, renaming);
    if (object.inherited_from) object.inherited_from = renaming.of(*object.inherited_from);
    object.id = renaming.of(id);
    ObjectId now = object.id;
    objects.emplace(std::move(now), std::move(object));
  }
  catalog.objects = std::move(objects);
  for (ExtensionMember& member : catalog.extension_members) member.id = renaming.of(member.id);
  canonicalise(catalog);
}

}  // namespace trueup::canonical
