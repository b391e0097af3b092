#include "apply/job.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "apply/nature.h"
#include "base/hash.h"
#include "base/printable.h"

namespace trueup::apply {

std::size_t Job::size() const {
  std::size_t count = 0;
  for (const Segment& segment : segments) count += segment.statements.size();
  return count;
}

std::string digest(const Job& job) {
  std::string all = job.search_path + "\n";
  for (const Segment& segment : job.segments) {
    all += segment.transactional ? "transaction\n" : "outside\n";
    for (const Statement& statement : segment.statements)
      all += fmt::format("{} {}\n{}\n", statement.sql.size(), int(statement.in_public), statement.sql);
  }
  return sha256_hex(all);
}

bool has_secrets(const Job& job) {
  for (const Segment& segment : job.segments)
    for (const Statement& statement : segment.statements)
      if (statement.sql != statement.shown) return true;
  return false;
}

std::string to_json(const Job& job) {
  using Json = nlohmann::ordered_json;
  Json out = {{"format", 1}, {"name", job.name}, {"search_path", job.search_path}, {"segments", Json::array()}};
  for (const Segment& segment : job.segments) {
    Json statements = Json::array();
    for (const Statement& statement : segment.statements) {
      statements.push_back({{"sql", statement.sql}});
      if (statement.in_public) statements.back()["in_public"] = true;
    }
    out["segments"].push_back({{"transactional", segment.transactional}, {"statements", std::move(statements)}});
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Job> from_json(const std::string& text) {
  try {
    const auto read = nlohmann::json::parse(text);
    Job job{.name = read.at("name").get<std::string>(),
            .segments = {},
            .search_path = read.at("search_path").get<std::string>(),
            .entry = {}};
    for (const auto& segment : read.at("segments")) {
      job.segments.push_back({.transactional = segment.at("transactional").get<bool>(), .statements = {}});
      for (const auto& statement : segment.at("statements")) {
        const auto sql = statement.at("sql").get<std::string>();
        job.segments.back().statements.push_back(
            {.sql = sql, .shown = sql, .in_public = statement.value("in_public", false)});
      }
    }
    return job;
  } catch (const nlohmann::json::exception& failure) {
    return Error{.message = fmt::format("the journal's plan cannot be read: {}", failure.what()), .hint = {}};
  }
}

Result<void> refuse_transaction_control(const Job& job) {
  for (const Segment& segment : job.segments)
    for (const Statement& statement : segment.statements)
      if (read(statement.sql).nature == Nature::transaction_control)
        return Error{.message = fmt::format("{}: {}: transactions are begun and ended by trueup; nothing was run",
                                            job.name, line_of(statement)),
                     .hint =
                         "mark where the next transaction begins with a line `-- trueup: segment`, and what runs "
                         "outside any with `-- trueup: no-transaction`"};
  return {};
}

std::string line_of(const Statement& statement) {
  const auto end = statement.shown.find('\n');
  return printable(statement.shown.substr(0, end)) + (end == std::string::npos ? "" : " …");
}

}  // namespace trueup::apply
