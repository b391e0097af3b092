#pragma once

#include "cli/planning.h"
#include "render/preview.h"

namespace trueup::cli {

/// What `planned` looks like to the user. The preview refers to `planned`.
[[nodiscard]] render::Preview preview_of(const Planned& planned);

/// The preview as text, for a command that refuses by itself what is not allowed.
[[nodiscard]] std::string preview_text(const Planned& planned, const render::Style& style);

}  // namespace trueup::cli
