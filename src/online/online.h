#pragma once

#include "effects/effects.h"
#include "model/sizes.h"
#include "plan/plan.h"

namespace trueup::online {

/// Gives statements that would keep others waiting while they look at every row the form that PostgreSQL has for
/// databases in use: indexes CONCURRENTLY, keys by such an index, constraints NOT VALID and validated afterwards. They
/// stand in segments of their own, so that no lock is held meanwhile. The result is the same catalog. See
/// docs/online.md.
///
/// Only where somebody could wait: tables that the plan makes, and those that hold no rows by `sizes`, keep the plain
/// forms. nullptr: no live database is at hand; every table is taken to hold rows. Needs effects::describe before, and
/// describes the plan anew.
void rewrite(plan::Plan& plan, const effects::Ends& ends, const Sizes* sizes);

}  // namespace trueup::online
