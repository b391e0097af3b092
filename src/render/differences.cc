#include "render/differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <dtl/dtl.hpp>
#include <map>
#include <set>
#include <sstream>

#include "base/printable.h"
#include "base/quote.h"
#include "render/value.h"

namespace trueup::render {

namespace {

using RelationKey = std::pair<std::string, std::string>;

std::string value_of(const std::vector<ReadableField>& fields, const std::string& name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; });
  return found == fields.end() ? "" : found->value;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(std::move(line));
  return lines;
}

std::string line_difference(const std::string& from, const std::string& to, const Style& style) {
  dtl::Diff<std::string, std::vector<std::string>> diff(lines_of(from), lines_of(to));
  diff.compose();
  diff.composeUnifiedHunks();
  std::ostringstream out;
  diff.printUnifiedFormat(out);
  std::string text;
  for (const std::string& line : lines_of(out.str())) {
    const std::string shown = line.starts_with('+')   ? style.green(line)
                              : line.starts_with('-') ? style.red(line)
                                                      : line;
    text += "        " + shown + "\n";
  }
  return text;
}

std::string field_line(const std::string& name, const std::string& from, const std::string& to, const Style& style) {
  if (from.find('\n') != std::string::npos || to.find('\n') != std::string::npos)
    return fmt::format("      {}:\n", name) + line_difference(from, to, style);
  const auto shown = [](const std::string& value) { return value.empty() ? "(none)" : printable(value); };
  return fmt::format("      {}: {} → {}\n", name, style.red(shown(from)), style.green(shown(to)));
}

/// The relations that are new or gone as a whole, with how many objects stand on each.
class WholeRelations {
 public:
  explicit WholeRelations(const Comparison& c) {
    for (const diff::Delta& delta : c.difference.deltas)
      if (delta.change != diff::Change::alter && (is_relation(delta.id.kind) || delta.id.kind == Kind::domain))
        counts_[{delta.id.schema, delta.id.name}];
    for (const diff::Delta& delta : c.difference.deltas)
      if (const auto relation = relation_of(c, delta)) ++counts_[*relation][std::string(name_of(delta.id.kind))];
  }

  /// True for what is counted with its relation.
  [[nodiscard]] bool counts(const Comparison& c, const diff::Delta& delta) const {
    return relation_of(c, delta).has_value();
  }

  [[nodiscard]] std::string summary(const ObjectId& relation) const {
    const auto found = counts_.find({relation.schema, relation.name});
    if (found == counts_.end() || found->second.empty()) return "";
    std::string text;
    for (const auto& [kind, count] : found->second)
      text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", count, kind,
                          count == 1            ? ""
                          : kind.ends_with('x') ? "es"
                                                : "s");
    return "  (" + text + ")";
  }

 private:
  [[nodiscard]] std::optional<RelationKey> relation_of(const Comparison& c, const diff::Delta& delta) const {
    if (delta.change == diff::Change::alter) return std::nullopt;
    RelationKey key{delta.id.schema, delta.id.parent};
    const Object* object = (delta.change == diff::Change::create ? c.to : c.from).find(delta.id);
    if (const auto* index = object ? std::get_if<Index>(&object->payload) : nullptr) key.second = index->table.name;
    return counts_.contains(key) ? std::optional(key) : std::nullopt;
  }

  std::map<RelationKey, std::map<std::string, int>> counts_;
};

std::string altered(const Comparison& c, const diff::Delta& delta, const Style& style) {
  std::string text = fmt::format("  {} {}\n", style.yellow("~"), printable(to_string(delta.id)));
  const auto before = readable_fields(*c.from.find(delta.id));
  const auto after = readable_fields(*c.to.find(delta.id));
  for (const std::string& field : delta.fields)
    text += field_line(field, value_of(before, field), value_of(after, field), style);
  return text;
}

}  // namespace

std::string renamed_from(const Rename& rename) {
  if (!rename.part.empty())
    return fmt::format("{} {} ({} before)", rename.to.kind == Kind::enum_type ? "label" : "attribute",
                       rename.to.kind == Kind::enum_type ? quote_literal(rename.part_to) : rename.part_to,
                       rename.to.kind == Kind::enum_type ? quote_literal(rename.part) : rename.part);
  std::string name = to_string(rename.from);
  return "renamed from " + name.substr(name_of(rename.from.kind).size() + 1);
}

std::string differences(const Comparison& c, const Style& style) {
  std::string text;
  for (const Rename& rename : c.renaming.renames())
    text += fmt::format("  {} {}  {}\n", style.yellow(">"), printable(to_string(rename.to)),
                        printable(renamed_from(rename)));
  const WholeRelations whole(c);
  for (const diff::Delta& delta : c.difference.deltas) {
    if (whole.counts(c, delta)) continue;
    const std::string name = printable(to_string(delta.id));
    switch (delta.change) {
      case diff::Change::create:
        text += fmt::format("  {} {}{}  only in {}\n", style.green("+"), name, whole.summary(delta.id), c.to_name);
        break;
      case diff::Change::drop:
        text += fmt::format("  {} {}{}  only in {}\n", style.red("-"), name, whole.summary(delta.id), c.from_name);
        break;
      case diff::Change::alter:
        text += altered(c, delta, style);
        break;
    }
  }
  for (const diff::Undecided& undecided : c.difference.undecided)
    text += fmt::format("  ? {}  {}: undecided\n", printable(to_string(undecided.id)), undecided.field);
  return text;
}

}  // namespace trueup::render
