#pragma once

#include "cli/planning.h"
#include "render/preview.h"

namespace trueup::cli {

/// What `planned` looks like to the user. The preview refers to `planned`.
[[nodiscard]] render::Preview preview_of(const Arguments& arguments, const Planned& planned);

}  // namespace trueup::cli
