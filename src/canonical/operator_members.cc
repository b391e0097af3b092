#include "canonical/operator_members.h"

#include <algorithm>
#include <tuple>

namespace trueup::canonical {
namespace {

using Members = std::vector<FamilyMember>;

void sort(Members& members) {
  const auto rank = [](const FamilyMember& member) {
    return std::tie(member.is_function, member.number, member.left, member.right);
  };
  std::sort(members.begin(), members.end(),
            [&](const FamilyMember& a, const FamilyMember& b) { return rank(a) < rank(b); });
}

}  // namespace

void place_operator_members(Catalog& catalog) {
  std::map<ObjectId, std::vector<OperatorClass*>> classes;  // by family, in the order of their ids
  for (auto& [id, object] : catalog.objects)
    if (auto* own = std::get_if<OperatorClass>(&object.payload)) classes[own->family].push_back(own);
  for (auto& [id, object] : catalog.objects) {
    auto* family = std::get_if<OperatorFamily>(&object.payload);
    if (!family) continue;
    Members all = std::move(family->members);
    family->members.clear();
    for (OperatorClass* own : classes[id]) {
      all.insert(all.end(), own->members.begin(), own->members.end());
      own->members.clear();
    }
    for (FamilyMember& member : all) {
      const auto fits = [&](const OperatorClass* own) { return member.left == own->type && member.right == own->type; };
      const auto home = std::find_if(classes[id].begin(), classes[id].end(), fits);
      (home == classes[id].end() ? family->members : (*home)->members).push_back(std::move(member));
    }
    sort(family->members);
  }
  for (auto& [family, list] : classes)
    for (OperatorClass* own : list) sort(own->members);
}

}  // namespace trueup::canonical
