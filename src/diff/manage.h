#pragma once

#include <string>
#include <vector>

#include "diff/filter.h"

namespace trueup::diff {

/// How far one attribute is managed: switched off, or narrowed to objects and (privileges, owners) to roles.
struct Extent {
  bool on = true;
  Filter objects;  ///< patterns as in Filter
  Filter roles;    ///< globs over role names; PUBLIC is spelt "PUBLIC"

  bool operator==(const Extent&) const = default;
};

/// What trueup manages of the attributes every object has, and of extensions.
struct Manage {
  Extent privileges;
  Extent owners;
  Extent comments;
  Extent extensions;

  bool operator==(const Manage&) const = default;
};

/// Makes `to` say about what `manage` leaves alone exactly what `from` says: nothing is planned for it, and a rebuilt
/// object gets it back. New objects are made without it.
void take_over_unmanaged(const Catalog& from, Catalog& to, const Manage& manage);

/// Takes out of `catalog` what `manage` leaves alone.
void remove_unmanaged(Catalog& catalog, const Manage& manage);

}  // namespace trueup::diff
