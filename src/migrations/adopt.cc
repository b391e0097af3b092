#include "migrations/adopt.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "migrations/format.h"

namespace trueup::migrations {

namespace {

const std::array tables = {
    HistoryTable{.format = "flyway",
                 .table = "flyway_schema_history",
                 .columns = {"installed_rank", "version", "type", "success"},
                 .without = {},
                 // An undone version has a later row that says so. A baseline stands for what comes before it.
                 .query =
                     "SELECT coalesce(version, ''), description, success FROM (SELECT DISTINCT ON "
                     "(coalesce(version, description)) * FROM {} WHERE type NOT IN ('SCHEMA') ORDER BY "
                     "coalesce(version, description), installed_rank DESC) t WHERE type NOT LIKE 'UNDO%' AND type <> "
                     "'DELETE' ORDER BY installed_rank",
                 .last_only = false},
    HistoryTable{.format = "golang-migrate",
                 .table = "schema_migrations",
                 .columns = {"version", "dirty"},
                 .without = {},
                 .query = "SELECT version::text, '', NOT dirty FROM {}",
                 .last_only = true},
    HistoryTable{.format = "goose",
                 .table = "goose_db_version",
                 .columns = {"version_id", "is_applied"},
                 .without = {},
                 .query =
                     "SELECT version_id::text, '', true FROM (SELECT DISTINCT ON (version_id) version_id, is_applied "
                     "FROM {} ORDER BY version_id, id DESC) t WHERE is_applied AND version_id > 0 ORDER BY version_id",
                 .last_only = false},
    HistoryTable{.format = "dbmate",
                 .table = "schema_migrations",
                 .columns = {"version"},
                 .without = {"dirty"},
                 .query = "SELECT version, '', true FROM {} ORDER BY version",
                 .last_only = false},
    HistoryTable{.format = "alembic",
                 .table = "alembic_version",
                 .columns = {"version_num"},
                 .without = {},
                 .query = "SELECT version_num, '', true FROM {}",
                 .last_only = true},
    HistoryTable{.format = "sqitch",
                 .table = "changes",
                 .columns = {"change_id", "script_hash", "change", "committed_at"},
                 .without = {},
                 .query = "SELECT '', change, true FROM {} ORDER BY committed_at",
                 .last_only = false},
    HistoryTable{.format = "liquibase",
                 .table = "databasechangelog",
                 .columns = {"id", "author", "orderexecuted"},
                 .without = {},
                 .query = "SELECT author || ':' || id, '', exectype <> 'FAILED' FROM {} ORDER BY orderexecuted",
                 .last_only = false},
};

/// How the other tool calls the revision; "" when it is none of that tool's.
std::string their_name(const Directory& directory, const Revision& revision, std::string_view format) {
  if (directory.format->name == format)
    return revision.role == Role::repeatable ? revision.description : revision.version;
  const std::string& imported = revision.content.header.imported;
  return imported.starts_with(std::string(format) + " ") ? imported.substr(format.size() + 1) : "";
}

/// Sqitch knows a change that was reworked by one name: its script is NAME@TAG.
std::string_view without_tag(std::string_view name) { return name.substr(0, name.find('@')); }

/// Flyway shows blanks where a file's name has underscores.
bool same_words(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return x == y || (x == '_' && y == ' ') || (x == ' ' && y == '_'); });
}

bool is_row_of(const TheirRow& row, const std::string& name, std::string_view format) {
  if (name.empty()) return false;
  if (format == "sqitch") return without_tag(name) == row.description;
  return row.version.empty() ? same_words(name, row.description) : compare_versions(name, row.version) == 0;
}

}  // namespace

std::span<const HistoryTable> history_tables() { return tables; }

Result<std::vector<const Revision*>> adopted(const Directory& directory, const HistoryTable& table,
                                             const std::vector<TheirRow>& rows) {
  std::set<const Revision*> applied;
  for (const TheirRow& row : rows) {
    const std::string named = row.version.empty() ? row.description : row.version;
    if (!row.fine)
      return Error{.message = fmt::format("{} says that {} failed half way; nothing was written", table.table, named),
                   .hint = fmt::format("bring the database in order with {} first", table.format)};
    const auto found =
        std::find_if(directory.revisions.begin(), directory.revisions.end(), [&](const Revision& revision) {
          return !applied.contains(&revision) &&
                 is_row_of(row, their_name(directory, revision, table.format), table.format);
        });
    if (found == directory.revisions.end())
      return Error{.message = fmt::format("{} says that {} is applied, and {} has none that was it", table.table, named,
                                          directory.path),
                   .hint = fmt::format("import the {} directory that this database has run: `trueup migrate import DIR "
                                       "--format {}`",
                                       table.format, table.format)};
    const bool stands_for_more = table.last_only || found->role == Role::baseline;
    for (auto before = stands_for_more ? directory.revisions.begin() : found; before != found; ++before)
      if (before->role != Role::repeatable) applied.insert(&*before);
    applied.insert(&*found);
  }
  std::vector<const Revision*> order;
  const Revision* open = nullptr;
  for (const Revision& revision : directory.revisions) {
    if (applied.contains(&revision)) {
      if (open && revision.role != Role::repeatable)
        return Error{
            .message = fmt::format("{} is not applied, though {} is, which comes later", open->path(), revision.path()),
            .hint = fmt::format("run it with {} first, or take it out of the directory", table.format)};
      order.push_back(&revision);
    } else if (!open && revision.role == Role::versioned) {
      open = &revision;
    }
  }
  return order;
}

}  // namespace trueup::migrations
