#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "migrations/format.h"

namespace trueup::migrations {

// What goose and dbmate have in common: NNN_description.sql with comment lines that begin what leads up and what leads
// back.

/// One of a tool's marks: the sections it knows, and whether what follows is outside any transaction.
struct Mark {
  enum class What { up, down, no_transaction, other };
  What what = What::other;
  bool transactional = true;  ///< of up and down, where the tool says it there
};

/// The tool's marks, read from the text behind "--" of a comment line. nullopt: a comment.
using ReadMark = std::optional<Mark> (*)(std::string_view comment);

/// "007" and "add_notes" of "007_add_notes.sql".
struct NumberedName {
  std::string version;
  std::string description;
};
[[nodiscard]] std::optional<NumberedName> numbered_name(std::string_view name);

/// Whether a numbered file of `listing` has a mark that begins what leads up.
[[nodiscard]] bool has_marks(const Listing& listing, ReadMark read_mark);

/// Reads every NNN_description.sql of `listing` into `directory`; `tool` and `up_mark` are for messages.
[[nodiscard]] Result<Directory> read_marked(const Listing& listing, Directory directory, ReadMark read_mark,
                                            std::string_view up_mark, Diagnostics& diagnostics);

/// Fails when a line of `sql` would be taken for one of the tool's marks.
[[nodiscard]] Result<void> refuse_marks(std::string_view sql, std::string_view tool, std::string_view word);

}  // namespace trueup::migrations
