#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/result.h"
#include "cli/arguments.h"
#include "render/style.h"

namespace trueup::cli {

/// The process's two voices: stdout carries only the result, stderr the talk.
class Console {
 public:
  explicit Console(Colour colour);

  /// Prints the result, as it is.
  void result(std::string_view text) const;

  /// Prints one line of talk.
  void say(std::string_view line) const;

  void show(const Diagnostics& diagnostics) const;

  /// Prints what failed and gives its exit code.
  ExitCode fail(const Error& error) const;

  /// Asks a yes-or-no question on the terminal. Requires: can_ask().
  [[nodiscard]] bool confirm(std::string_view question) const;
  [[nodiscard]] static bool can_ask();

  [[nodiscard]] const render::Style& style() const { return out_; }       ///< of results
  [[nodiscard]] const render::Style& talk_style() const { return err_; }  ///< of talk

 private:
  render::Style out_;
  render::Style err_;
};

}  // namespace trueup::cli
