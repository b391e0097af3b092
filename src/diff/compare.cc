#include "diff/compare.h"

#include "model/encode.h"

namespace trueup::diff {

namespace {

bool never_dropped(Kind kind) { return kind == Kind::role || kind == Kind::membership; }

void compare_objects(const Object& from, const Object& to, Difference& difference) {
  const std::vector<Field> before = fields_of(from);
  const std::vector<Field> after = fields_of(to);
  Delta delta{.change = Change::alter, .id = to.id, .fields = {}};
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (before[i].value == after[i].value || !before[i].stated || !after[i].stated) continue;
    if (before[i].unsure || after[i].unsure)
      difference.undecided.push_back({.id = to.id, .field = after[i].name});
    else
      delta.fields.push_back(after[i].name);
  }
  if (!delta.fields.empty()) difference.deltas.push_back(std::move(delta));
}

}  // namespace

Difference compare(const Catalog& from, const Catalog& to) {
  Difference difference;
  auto before = from.objects.begin();
  auto after = to.objects.begin();
  while (before != from.objects.end() || after != to.objects.end()) {
    if (after == to.objects.end() || (before != from.objects.end() && before->first < after->first)) {
      if (!never_dropped(before->first.kind))
        difference.deltas.push_back({.change = Change::drop, .id = before->first, .fields = {}});
      ++before;
    } else if (before == from.objects.end() || after->first < before->first) {
      difference.deltas.push_back({.change = Change::create, .id = after->first, .fields = {}});
      ++after;
    } else {
      // Two kinds of payload under one id cannot be: the kind is part of the id.
      compare_objects(before->second, after->second, difference);
      ++before;
      ++after;
    }
  }
  return difference;
}

}  // namespace trueup::diff
