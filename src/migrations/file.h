#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "plan/plan.h"

namespace trueup::migrations {

// A numbered migration file, format version 1: see docs/formats/migration-file.md.

/// Statements that run in one transaction, or each by itself outside any.
struct Segment {
  bool transactional = true;
  std::string sql;
  int line = 0;  ///< of the file, from 1, where `sql` starts

  bool operator==(const Segment&) const = default;
};

/// What stands below `-- Schema Change: Up` or `… Down`.
struct Section {
  std::string text;  ///< as it stands in the file
  std::vector<Segment> segments;
  std::string path;  ///< the file it stands in; "" = not read from one
};

/// What trueup writes above the sections. Every member may be empty: the file was written by hand.
struct Header {
  std::string from;  ///< fingerprint of the state before
  std::string to;    ///< fingerprint of the state after
  std::string up_hash;
  std::string down_hash;
  std::vector<std::string>
      locks;  ///< "ACCESS EXCLUSIVE on public.orders, rewritten": what others wait for on the way up
  std::vector<std::string> destroys;  ///< "drop-column column public.carts.legacy_ref"
  std::string proven;                 ///< "up and down on PostgreSQL 15.20, …" or "no: …"
  std::string imported;               ///< "flyway 1.2": the format it was imported from, and its version there

  bool operator==(const Header&) const = default;
};

struct File {
  Header header;
  Section up;
  Section down;
  bool has_down = false;
};

/// Whether the bodies are still the ones that were proven.
enum class Standing {
  by_hand,  ///< the header holds no hashes
  intact,   ///< both bodies match their hashes
  edited,   ///< edited since proven
};

/// True when `sql` has a line `-- Schema Change: …` of its own (outside function bodies and strings).
[[nodiscard]] bool has_headings(std::string_view sql);

/// Reads a migration file. Missing or repeated headings, statements above the first heading and an unknown format
/// version are errors in `diagnostics`, with file and line.
[[nodiscard]] File parse(std::string_view text, const std::string& name, Diagnostics& diagnostics);

/// Takes over what one line of a header says ("From: …"); other lines say nothing.
void read_header_line(std::string_view line, Header& header);

/// The lines of a header that stands above bodies with these hashes, each after `mark` ("-- ").
[[nodiscard]] std::string header_text(const Header& header, std::string_view mark);

/// Cuts a section's text at its markers into segments. `line` is where `text` starts in its file.
[[nodiscard]] std::vector<Segment> segments_of(std::string_view text, int line);

/// The file's text; both hashes are computed here, whatever the header says. Without a header when that says nothing.
[[nodiscard]] std::string write(const File& file);

[[nodiscard]] Standing standing(const File& file);

/// SHA-256 of a section's text: line ends count as \n, blank lines at both ends do not count.
[[nodiscard]] std::string body_hash(std::string_view text);

/// The marker line above a segment; "" where a body begins with a transaction.
[[nodiscard]] std::string_view marker_above(bool transactional, bool first);

/// Adds a segment to the end of `section`, below its marker.
void append_segment(Section& section, bool transactional, std::string sql);

/// A plan's segments as the text of a section, what a statement destroys as a comment above it.
[[nodiscard]] Section section_of(const plan::Plan& plan);

}  // namespace trueup::migrations
