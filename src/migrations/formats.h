#pragma once

#include "migrations/format.h"

namespace trueup::migrations {

// One row per format, each in a file of its own below formats/.
extern const Format numbered;

}  // namespace trueup::migrations
