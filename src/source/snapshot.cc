#include "source/snapshot.h"

#include <fmt/format.h>

#include <charconv>

#include "base/hash.h"
#include "base/printable.h"
#include "base/quote.h"
#include "diff/fingerprint.h"

namespace trueup::source {

static constexpr std::string_view first_line = "-- trueup snapshot, format 1";

std::string write_snapshot(const Catalog& catalog, std::string_view sql) {
  std::string text =
      fmt::format("{}\n-- PostgreSQL: {} ({})\n-- Fingerprint: {}\n-- SHA-256: {}\n", first_line,
                  catalog.server_version_text, catalog.server_version, diff::fingerprint(catalog), sha256_hex(sql));
  if (!catalog.current_user.empty()) text += fmt::format("-- Read by: {}\n", printable(catalog.current_user));
  for (const std::string& role : catalog.roles) text += fmt::format("-- Role: {}\n", printable(role));
  return text + "\n" + std::string(sql);
}

static void read_line(std::string_view line, SnapshotHeader& header) {
  const auto value = [&](std::string_view label) -> std::optional<std::string> {
    if (!line.starts_with(label)) return std::nullopt;
    return std::string(line.substr(label.size()));
  };
  if (const auto v = value("-- PostgreSQL: ")) {
    const auto open = v->find(" (");
    header.server_version_text = v->substr(0, open);
    if (open != std::string::npos) std::from_chars(v->data() + open + 2, v->data() + v->size(), header.server_version);
  }
  if (const auto v = value("-- Fingerprint: ")) header.fingerprint = *v;
  if (const auto v = value("-- SHA-256: ")) header.sql_hash = *v;
  if (const auto v = value("-- Read by: ")) header.current_user = *v;
  if (const auto v = value("-- Role: ")) header.roles.insert(*v);
}

Result<SnapshotHeader> read_snapshot_header(const std::string& name, std::string_view text) {
  if (!text.starts_with("-- trueup snapshot, format "))
    return Error{
        .message = fmt::format("{} is no snapshot: its first line is not `{}`", name, first_line),
        .hint = "`trueup dump URL --snapshot > FILE` writes one; a plain SQL file is named without `snapshot:`"};
  if (text.substr(0, text.find('\n')) != first_line)
    return Error{.message = fmt::format("{} has a newer snapshot format than this trueup reads (1)", name),
                 .hint = "update trueup"};
  SnapshotHeader header;
  while (text.starts_with("--")) {
    const auto end = text.find('\n');
    read_line(text.substr(0, end), header);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  if (text.starts_with('\n')) text.remove_prefix(1);
  if (sha256_hex(text) != header.sql_hash)
    return Error{.message = fmt::format("{} was edited since the snapshot was taken", name),
                 .hint = "take it again, or name the file without `snapshot:` to read it as plain SQL"};
  return header;
}

}  // namespace trueup::source
