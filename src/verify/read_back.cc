#include "verify/read_back.h"

#include <vector>

#include "canonical/canonicalise.h"
#include "introspect/read.h"

namespace trueup::verify {

namespace {

/// What the user login owns in the place of another role is that role's.
void give_back(Catalog& catalog, const std::string& stand_in, const std::string& role) {
  catalog.current_user = role;
  std::vector<ObjectId> moved;
  for (auto& [id, object] : catalog.objects) {
    if (object.owner == stand_in) object.owner = role;
    if (id.kind == Kind::default_privilege && id.parent == stand_in) moved.push_back(id);
  }
  for (const ObjectId& id : moved) {
    auto entry = catalog.objects.extract(id);
    entry.key().parent = role;
    entry.mapped().id = entry.key();
    catalog.objects.insert(std::move(entry));
  }
}

}  // namespace

Result<Catalog> read_back(Site& site) {
  if (Result<void> reset = site.reset_session("''"); !reset) return reset.error();
  // Options of user mappings and connections of subscriptions are shown to superusers only.
  Result<db::Rows> pinned = site.superuser().run(
      "RESET ALL; SET search_path = ''; SET DateStyle = 'ISO, MDY'; SET IntervalStyle = 'postgres'; SET TimeZone = "
      "'UTC'; SET extra_float_digits = 1; SET statement_timeout = '60s'");
  if (!pinned) return pinned.error();
  Result<Catalog> catalog = introspect::read(site.superuser());
  if (!catalog) return catalog;
  catalog->current_user = site.acting();
  std::erase_if(catalog->objects, [&](const auto& entry) { return site.is_own(entry.first); });
  site.restore(*catalog);
  if (site.acting() != site.stands_in_for()) give_back(*catalog, site.acting(), site.stands_in_for());
  canonical::canonicalise(*catalog);
  return catalog;
}

}  // namespace trueup::verify
