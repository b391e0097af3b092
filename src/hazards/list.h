#pragma once

#include "hazards/hazard.h"

namespace trueup::hazards {

// The rows, each defined in the file of its name.
#define HAZARD(name) extern const Hazard name;
#include "hazards/list.inc"
#undef HAZARD

}  // namespace trueup::hazards
