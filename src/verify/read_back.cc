#include "verify/read_back.h"

#include "canonical/canonicalise.h"
#include "introspect/read.h"

namespace trueup::verify {

Result<Catalog> read_back(Site& site) {
  if (Result<void> reset = site.reset_session("''"); !reset) return reset.error();
  Result<Catalog> catalog = introspect::read(site.user());
  if (!catalog) return catalog;
  std::erase_if(catalog->objects, [&](const auto& entry) { return site.is_own(entry.first); });
  canonical::canonicalise(*catalog);
  return catalog;
}

}  // namespace trueup::verify
