#include "plan/partition.h"

#include <algorithm>
#include <cctype>

#include "model/encode.h"
#include "model/implied_name.h"

namespace trueup::plan {

ObjectId table_of(const Object& index) {
  if (const auto* plain = std::get_if<Index>(&index.payload)) return plain->table;
  return table_id(index.id.schema, index.id.parent);
}

ObjectId origin_of(const Object& part, const Catalog& catalog) {
  const Object* at = &part;
  while (at->inherited_from) {
    const Object* parent = catalog.find(*at->inherited_from);
    if (!parent) break;
    at = parent;
  }
  return at->id;
}

bool is_made_by_server(const Object& part, const Catalog& catalog) {
  const Object* parent = part.inherited_from ? catalog.find(*part.inherited_from) : nullptr;
  // Which of two gets the number behind its name depends on what the server makes first.
  const bool numbered = std::isdigit(static_cast<unsigned char>(part.id.name.back())) != 0;
  return parent && parent->id.kind == part.id.kind && !numbered && has_implied_name(part);
}

bool is_only(const Object& index) {
  if (const auto* plain = std::get_if<Index>(&index.payload)) return plain->only;
  const auto* key = std::get_if<Key>(&index.payload);
  return key && key->only;
}

bool moves_with_table(const Object& part, const Ends& ends) {
  const ObjectId table = table_of(part);
  const Object* before = ends.from.find(table);
  const Object* after = ends.to.find(table);
  if (!before || !after) return true;
  const auto* was = std::get_if<Table>(&before->payload);
  const auto* is = std::get_if<Table>(&after->payload);
  return was && is && was->partition_of != is->partition_of;
}

const Object* successor_of(const Object& part, const Ends& ends) {
  if (!part.inherited_from) return nullptr;
  const ObjectId table = table_of(part);
  for (const auto& [id, object] : ends.to.objects)
    if (has_index(id.kind) && object.inherited_from == part.inherited_from && table_of(object) == table) return &object;
  return nullptr;
}

bool has_parts_of_their_own(const Object& index, const Ends& ends) {
  const ObjectId origin = origin_of(index, ends.from);
  const Object* root = ends.from.find(origin);
  return std::any_of(ends.to.objects.begin(), ends.to.objects.end(), [&](const auto& entry) {
    const auto& [id, object] = entry;
    if (!has_index(id.kind) || !object.inherited_from || origin_of(object, ends.to) != origin) return false;
    // Making the tree anew, the server gives every part the comment of its root.
    return !is_made_by_server(object, ends.to) || object.comment != root->comment || !object.comment.empty();
  });
}

bool is_renamed(const Object& before, const Object& after) {
  if (before.id.kind != after.id.kind) return false;
  const std::vector<Field> was = fields_of(before);
  const std::vector<Field> is = fields_of(after);
  return std::equal(was.begin(), was.end(), is.begin(), is.end(),
                    [](const Field& a, const Field& b) { return is_attribute(a.name) || a.value == b.value; });
}

namespace {

class Partitions {
 public:
  Partitions(const Ends& ends, Fates& fates) : ends_(ends), fates_(fates) {}

  void run() {
    for (auto& [id, fate] : fates_)
      if (has_index(id.kind) && fate.drop && !fate.create) rename(*ends_.from.find(id), fate);
    for (auto& [id, fate] : fates_) {
      if (!has_index(id.kind) || !fate.create || fate.renamed_from) continue;
      const Object& part = *ends_.to.find(id);
      if (part.inherited_from) decide(part, fate);
    }
  }

 private:
  /// Where the parent's index stays, its part cannot be dropped: one that differs by its name is renamed.
  void rename(const Object& part, Fate& fate) {
    if (!part.inherited_from || is_dropped(fates_, *part.inherited_from) || is_dropped(fates_, table_of(part))) return;
    const Object* successor = successor_of(part, ends_);
    if (!successor || !is_created(fates_, successor->id) || !is_renamed(part, *successor)) return;
    fates_[successor->id].renamed_from = part.id;
    fate.dropped_with = successor->id;
  }

  void decide(const Object& part, Fate& fate) {
    if (is_made_by_server(part, ends_.to)) return;
    const ObjectId root = origin_of(part, ends_.to);
    const ObjectId table = table_of(part);
    if (is_created(fates_, root)) {
      fate.alone = !is_only(*ends_.to.find(root));
    } else if (is_created(fates_, table)) {
      fate.alone = true;
      fates_[table].joins_later = true;
    }
  }

  const Ends& ends_;
  Fates& fates_;
};

}  // namespace

void settle_partitions(const Ends& ends, Fates& fates) { Partitions(ends, fates).run(); }

}  // namespace trueup::plan
