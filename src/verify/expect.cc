#include "verify/expect.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/encode.h"

namespace trueup::verify {

void leave_open_unstated(Catalog& loaded, const Catalog& stated, const Catalog& live) {
  std::erase_if(loaded.objects, [&](const auto& entry) {
    const Kind kind = entry.first.kind;
    return (kind == Kind::role || kind == Kind::membership) && stated.find(entry.first) == nullptr;
  });
  for (auto& [id, object] : loaded.objects) {
    const Object* same = stated.find(id);
    if (same == nullptr) continue;
    const Object* before = live.find(id);
    if (!same->owner || (before != nullptr && before->owner == same->owner)) object.owner.reset();
    auto* extension = std::get_if<Extension>(&object.payload);
    const auto* stated_extension = std::get_if<Extension>(&same->payload);
    if (extension == nullptr || stated_extension == nullptr) continue;
    if (stated_extension->schema.empty()) extension->schema.clear();
    if (stated_extension->version.empty()) extension->version.clear();
  }
}

std::string field_value(const Object& object, const std::string& field) {
  for (Field& candidate : fields_of(object))
    if (candidate.name == field) return std::move(candidate.value);
  return {};
}

std::vector<std::string> differences_between(const Catalog& actual, const Catalog& expected) {
  const diff::Difference difference = diff::compare(actual, expected);
  std::vector<std::string> lines;
  const auto add_field = [&](const ObjectId& id, const std::string& field, std::string_view how) {
    lines.push_back(fmt::format("{}: {} {} {}, expected {}", to_string(id), field, how,
                                field_value(*actual.find(id), field), field_value(*expected.find(id), field)));
  };
  for (const diff::Delta& delta : difference.deltas) {
    if (delta.change == diff::Change::create) lines.push_back(to_string(delta.id) + " is missing");
    if (delta.change == diff::Change::drop) lines.push_back(to_string(delta.id) + " is there, but not expected");
    for (const std::string& field : delta.fields) add_field(delta.id, field, "is");
  }
  for (const diff::Undecided& open : difference.undecided) add_field(open.id, open.field, "may differ: it is");
  return lines;
}

namespace {

std::vector<std::string> column_names(const Catalog& catalog, const ObjectId& table) {
  std::vector<std::string> names;
  for (const Object* column : catalog.columns_of(table)) names.push_back(column->id.name);
  return names;
}

}  // namespace

std::vector<std::string> column_order_notes(const Catalog& actual, const Catalog& expected) {
  std::vector<std::string> notes;
  for (const auto& [id, object] : expected.objects) {
    if (id.kind != Kind::table || actual.find(id) == nullptr) continue;
    const std::vector<std::string> now = column_names(actual, id);
    const std::vector<std::string> wanted = column_names(expected, id);
    if (now != wanted && now.size() == wanted.size())
      notes.push_back(fmt::format("{} has its columns in another order: {}", to_string(id), fmt::join(now, ", ")));
  }
  return notes;
}

}  // namespace trueup::verify
