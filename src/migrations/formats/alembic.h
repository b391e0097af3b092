#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "migrations/format.h"

namespace trueup::migrations {

// A revision of Alembic's, as its .py file says it.

struct AlembicRevision {
  std::string revision;
  std::vector<std::string> down_revisions;  ///< none: the first; several: a merge
  Revision read;
};

/// Reads a revision's file: revision, down_revision, and the SQL that upgrade() and downgrade() execute. Whatever else
/// they do is an error in `diagnostics`. nullopt: the file is no revision.
[[nodiscard]] std::optional<AlembicRevision> parse_alembic(const std::string& path, const std::string& text,
                                                           Diagnostics& diagnostics);

/// The text of a section as its header's hash counts it: statements and markers, no comments.
[[nodiscard]] std::string alembic_text(const std::vector<Segment>& segments);

/// The text behind op.execute's own rules: `\:` is a colon. nullopt when it has a bind parameter (`:name`).
[[nodiscard]] std::optional<std::string> from_sqlalchemy_text(std::string_view text);

/// Whether op.execute("…") would run something else than `sql`: a word behind a colon is a bind parameter there.
[[nodiscard]] bool has_sqlalchemy_marks(std::string_view sql);

}  // namespace trueup::migrations
