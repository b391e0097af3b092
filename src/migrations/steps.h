#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migrations/format.h"

namespace trueup::migrations {

// A revision cut for tools that run a file in one transaction, or outside any.

/// What runs together: one transaction, or one statement outside any.
struct Part {
  bool transactional = true;
  std::string sql;  ///< ends with a line end

  bool operator==(const Part&) const = default;
};

/// One file or pair of files. Applied in order they lead up, reverted in the opposite order they lead back.
struct Step {
  std::optional<Part> up;
  std::optional<Part> down;
};

/// The parts of a section, in order.
[[nodiscard]] std::vector<Part> parts_of(const Section& section);

/// The steps of a revision, at least one. With `alike`, what leads up and what leads back in one step are both
/// transactional or both not, for tools that say it once for both.
[[nodiscard]] std::vector<Step> steps_of(const File& content, bool alike);

/// The header of step `i` of `count` above these bodies: From belongs to the first, To to the last, and what the tool
/// cannot have in one file is said in the comments to belong together. Empty when the header says nothing.
[[nodiscard]] std::string step_header(const Header& header, std::size_t i, std::size_t count, std::string_view up,
                                      std::string_view down);

/// "add_mood", or for step `i` of several "add_mood_2".
[[nodiscard]] std::string step_name(const std::string& description, std::size_t i, std::size_t count);

/// A section that is one transaction, or statements outside any, from `begin` to `end` of a file's `text`.
[[nodiscard]] Section section_at(const std::string& path, std::string_view text, std::size_t begin, std::size_t end,
                                 bool transactional);

/// Where the body begins in a file that starts with a header of trueup's: after its comment lines. 0 without one.
[[nodiscard]] std::size_t after_header(std::string_view text);

/// What the header at the beginning of `text` says; nothing where there is none.
[[nodiscard]] Header header_at(std::string_view text);

/// Whether PostgreSQL refuses `statement` inside a transaction (CREATE INDEX CONCURRENTLY, VACUUM, …).
[[nodiscard]] bool refuses_transaction(std::string_view statement);

/// Whether any statement of `sql` does.
[[nodiscard]] bool any_refuses_transaction(std::string_view sql);

/// A statement's text as the lexer cuts it, parted into the comments above it and the statement.
struct Commented {
  std::string_view comments;  ///< whole lines; may be empty
  std::string_view sql;
};
[[nodiscard]] Commented without_leading_comments(std::string_view statement);

}  // namespace trueup::migrations
