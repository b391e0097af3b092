#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace trueup::apply {

/// One SQL statement, without its semicolon.
struct Statement {
  std::string sql;
  std::string shown;       ///< for people and the journal: its secrets are masked
  bool in_public = false;  ///< needs search_path = public: an extension whose schema nobody states

  bool operator==(const Statement&) const = default;
};

/// Statements that run in one transaction; or, outside any, each by itself.
struct Segment {
  bool transactional = true;
  std::vector<Statement> statements;

  bool operator==(const Segment&) const = default;
};

enum class Direction { up, down };

/// The revision that a job runs: what the history will say of it.
struct Entry {
  std::string version;  ///< "" for a repeatable one
  std::string description;
  std::string checksum;
  Direction direction = Direction::up;

  bool operator==(const Entry&) const = default;
};

/// What is run as one piece, journaled, and resumed: a plan, or one revision in one direction.
struct Job {
  std::string name;  ///< "plan", "up 007_add_notes.sql"
  std::vector<Segment> segments;
  std::string search_path = "''";  ///< as SET takes it
  std::optional<Entry> entry;      ///< nullopt: not of a migrations directory
  bool keep = true;  ///< whether the journal keeps the statements, so that they can be resumed without their source

  [[nodiscard]] std::size_t size() const;  ///< number of statements
};

/// SHA-256 over everything that is run: tells whether two jobs are the same.
[[nodiscard]] std::string digest(const Job& job);

/// Whether a statement shows less than it holds. The journal never keeps such a job's statements.
[[nodiscard]] bool has_secrets(const Job& job);

/// The job as JSON and back. Fails on text that is none.
[[nodiscard]] std::string to_json(const Job& job);
[[nodiscard]] Result<Job> from_json(const std::string& text);

/// Fails, naming it, when a statement would begin or end a transaction: those are the executor's.
[[nodiscard]] Result<void> refuse_transaction_control(const Job& job);

/// The first line of a statement's shown text.
[[nodiscard]] std::string line_of(const Statement& statement);

}  // namespace trueup::apply
