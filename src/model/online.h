#pragma once

namespace trueup {

/// Whether plans use the forms that let others go on, where PostgreSQL has one.
enum class Online {
  automatic,  ///< on tables that hold rows, or may hold some
  never,
};

}  // namespace trueup
