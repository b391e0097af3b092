#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "parse/source.h"

namespace trueup::parse {

/// What a directive belongs to.
struct Place {
  static constexpr int whole = -1;    ///< the object that the statement makes
  static constexpr int nowhere = -2;  ///< inside of something that cannot be renamed

  std::size_t statement = 0;  ///< of the source
  int element = whole;        ///< which element of the statement's list: column, constraint, label, subcommand
  bool or_whole = false;      ///< stands before the first label: may be meant for the type as well
  std::string constraint;     ///< it stands behind this constraint, on a line of its own within a column
};

/// One part of a name as written.
struct NamePart {
  std::string text;
  bool quoted = false;

  bool operator==(const NamePart&) const = default;
};

/// A comment that tells trueup something: `trueup: renamed from old_name`, `@renamed from=old_name`, or
/// `trueup: allow drop-column`.
struct Directive {
  int offset = 0;
  std::vector<NamePart> name;      ///< what the object was called: [schema,] name; empty where it allows
  std::vector<std::string> allow;  ///< ids of hazards, or "all"; empty where it renames
  Place place;
};

/// The directives in a source's comments, each with the place it belongs to. Needs the source's statements. A comment
/// that is addressed to trueup and says nothing that it knows, and one that belongs to nothing, is a warning.
[[nodiscard]] std::vector<Directive> find_directives(const Source& source, Diagnostics& diagnostics);

/// The name in a comment (with its `--` or `/* */`) that is a directive; empty when it is none. `known` is false for
/// one that is addressed to trueup but says nothing that it knows.
[[nodiscard]] std::vector<NamePart> directive_in(std::string_view comment, bool& known);

/// The hazards that a comment (with its `--` or `/* */`) allows: `trueup: allow ID[, ID]`. Empty when it is none.
[[nodiscard]] std::vector<std::string> allowed_in(std::string_view comment);

}  // namespace trueup::parse
