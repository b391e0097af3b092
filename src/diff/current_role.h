#pragma once

#include "model/catalog.h"

namespace trueup::diff {

/// Fills in what `desired` leaves to the role that will run its statements, `live.current_user`: default privileges
/// stated without FOR ROLE become that role's, and a privilege granted to the role that owns the object anyway (the
/// live object's owner where none is stated, the current role for a new one) is no grant. A policy TO CURRENT_USER is
/// for that role.
/// Does nothing when `live` was not read off a server.
void resolve_current_role(const Catalog& live, Catalog& desired);

}  // namespace trueup::diff
