#include "migrations/formats/alembic.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "base/hash.h"
#include "migrations/directory.h"
#include "migrations/files.h"
#include "migrations/formats.h"
#include "migrations/formats/python.h"
#include "migrations/lexer.h"
#include "migrations/steps.h"

namespace trueup::migrations {

namespace {

// Alembic: versions/{revision}_{description}.py, each naming the one it follows. trueup writes op.execute of every
// statement, and an autocommit block where a transaction ends.

bool has_folder(const Listing& listing) {
  return std::find(listing.folders.begin(), listing.folders.end(), "versions") != listing.folders.end();
}

/// Where the revisions are: in versions/ where that is, else in the directory itself.
Result<Listing> versions_of(const Listing& listing) {
  return has_folder(listing) ? list(below(listing.path, "versions"), false) : Result<Listing>(listing);
}

bool recognises(const Listing& listing) {
  const bool has_env = std::find(listing.files.begin(), listing.files.end(), "env.py") != listing.files.end();
  if (has_env && has_folder(listing)) return true;
  const auto versions = versions_of(listing);
  if (!versions) return false;
  for (const std::string& name : versions->files) {
    if (!name.ends_with(".py")) continue;
    const auto text = read_text(below(versions->path, name));
    if (text && text->find("down_revision") != std::string::npos) return true;
  }
  return false;
}

/// In the order of application: what follows nothing first. Ties fall to the revision's id.
std::vector<AlembicRevision> chained(std::vector<AlembicRevision> all, Diagnostics& diagnostics) {
  std::sort(all.begin(), all.end(),
            [](const AlembicRevision& a, const AlembicRevision& b) { return a.revision < b.revision; });
  std::vector<AlembicRevision> order;
  std::set<std::string> done;
  while (!all.empty()) {
    const auto next = std::find_if(all.begin(), all.end(), [&](const AlembicRevision& r) {
      return std::all_of(r.down_revisions.begin(), r.down_revisions.end(),
                         [&](const std::string& name) { return done.contains(name); });
    });
    if (next == all.end()) break;
    done.insert(next->revision);
    order.push_back(std::move(*next));
    all.erase(next);
  }
  for (const AlembicRevision& r : all)
    diagnostics.push_back(about(Severity::error, r.read.path(), 0, "no-revision",
                                fmt::format("it follows {}, which is not here", fmt::join(r.down_revisions, ", ")),
                                "bring back the missing file, or name another revision in down_revision"));
  return order;
}

/// The revisions that none follows.
std::vector<const AlembicRevision*> heads_of(const std::vector<AlembicRevision>& all) {
  std::set<std::string> followed;
  for (const AlembicRevision& r : all) followed.insert(r.down_revisions.begin(), r.down_revisions.end());
  std::vector<const AlembicRevision*> heads;
  for (const AlembicRevision& r : all)
    if (!followed.contains(r.revision)) heads.push_back(&r);
  return heads;
}

void name_conflicts(const std::vector<AlembicRevision>& all, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j)
      if (all[i].revision == all[j].revision)
        diagnostics.push_back(about(Severity::error, all[j].read.path(), 0, "same-number",
                                    fmt::format("{} has the same revision id", all[i].read.path()),
                                    "give the newer one another"));
  const auto heads = heads_of(all);
  for (std::size_t i = 1; i < heads.size(); ++i)
    diagnostics.push_back(about(Severity::error, heads[i]->read.path(), 0, "same-number",
                                fmt::format("nothing follows it, and nothing follows {}", heads[0]->read.path()),
                                "let the newer one follow the other (down_revision), or `alembic merge`"));
}

Result<Directory> read(const Listing& listing, Diagnostics& diagnostics) {
  Directory directory{.path = listing.path, .format = &alembic, .revisions = {}, .others = {}};
  const auto versions = versions_of(listing);
  if (!versions) return versions.error();
  std::vector<AlembicRevision> all;
  for (const std::string& name : versions->files) {
    if (!name.ends_with(".py") || name == "env.py" || name == "__init__.py") continue;
    const std::string path = below(versions->path, name);
    const auto text = read_text(path);
    if (!text) return text.error();
    auto revision = parse_alembic(path, *text, diagnostics);
    if (revision)
      all.push_back(std::move(*revision));
    else
      leave_out(directory, name, "no-number", "it names no revision", "a revision's file says `revision = \"…\"`",
                diagnostics);
  }
  name_conflicts(all, diagnostics);
  for (AlembicRevision& revision : chained(std::move(all), diagnostics))
    directory.revisions.push_back(std::move(revision.read));
  return directory;
}

std::string indented(std::string_view comments, std::string_view indent) {
  std::string text;
  std::istringstream lines{std::string(comments)};
  for (std::string line; std::getline(lines, line);) {
    const auto begin = line.find_first_not_of("- \t\r");
    if (begin != std::string::npos) text += fmt::format("{}# {}\n", indent, line.substr(begin));
  }
  return text;
}

std::string doubled(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '%' ? "%%" : std::string(1, c);
  return out;
}

std::string execute(std::string_view statement, std::string_view indent) {
  const auto [comments, sql] = without_leading_comments(statement);
  const std::string call =
      has_sqlalchemy_marks(sql) ? fmt::format("DDL({})", python_string(doubled(sql))) : python_string(sql);
  return indented(comments, indent) + fmt::format("{}op.execute({})\n", indent, call);
}

std::string function(std::string_view name, const Section& section) {
  constexpr std::string_view block = "    with op.get_context().autocommit_block():\n";
  std::string text = fmt::format("def {}() -> None:\n", name);
  bool in_transaction = false;
  for (const Segment& segment : section.segments) {
    if (!segment.transactional)
      text += block;
    else if (in_transaction)
      text += std::string(block) + "        pass  # commits what stands above\n";
    for (const std::string_view statement : statements(segment.sql))
      text += execute(statement, segment.transactional ? "    " : "        ");
    in_transaction = segment.transactional;
  }
  return section.segments.empty() ? text + "    pass\n" : text;
}

/// The docstring's lines, as they may stand between triple quotes.
std::string docstring(const Draft& draft, const std::string& id, const std::string& follows) {
  Header header = draft.content.header;
  header.up_hash = body_hash(alembic_text(draft.content.up.segments));
  header.down_hash = body_hash(alembic_text(draft.content.down.segments));
  const std::string description = draft.description.empty() ? "migration" : draft.description;
  const std::string proof = draft.content.header == Header{} ? "" : "\n" + header_text(header, "");
  return python_string(fmt::format("{}\n\nRevision ID: {}\nRevises: {}\n{}", description, id, follows, proof));
}

Result<std::vector<NewFile>> write(const Directory& directory, const Draft& draft) {
  const std::string follows = directory.revisions.empty() ? "" : directory.revisions.back().version;
  const std::string up = function("upgrade", draft.content.up), down = function("downgrade", draft.content.down);
  const std::string id = sha256_hex(fmt::format("{}\n{}\n{}\n{}", follows, draft.description, up, down)).substr(0, 12);
  const bool ddl = up.find("op.execute(DDL(") != std::string::npos || down.find("op.execute(DDL(") != std::string::npos;
  std::string text = docstring(draft, id, follows) + "\n\nfrom alembic import op\n";
  if (ddl) text += "from sqlalchemy import DDL\n";
  text += fmt::format("\nrevision = \"{}\"\ndown_revision = {}\nbranch_labels = None\ndepends_on = None\n\n\n", id,
                      follows.empty() ? "None" : python_string(follows));
  text += up + "\n\n" + down;
  const auto listing = list(directory.path, true);
  const bool flat = listing && !has_folder(*listing) && !directory.revisions.empty();
  return std::vector<NewFile>{
      {.name = fmt::format("{}{}_{}.py", flat ? "" : "versions/", id, safe_name(draft.description)), .text = text}};
}

}  // namespace

const Format alembic = {
    .name = "alembic", .recognises = recognises, .read = read, .write = write, .with_version = nullptr};

}  // namespace trueup::migrations
