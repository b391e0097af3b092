#include "hazards/allow.h"

#include <fmt/format.h>

#include <algorithm>

#include "hazards/hazard.h"
#include "parse/directive.h"
#include "parse/scan.h"

namespace trueup::hazards {

namespace {

/// The statement that a comment at `begin` belongs to; statements.size() when none follows.
std::size_t statement_at(const parse::Source& source, int begin) {
  const auto& statements = source.statements;
  std::size_t i = 0;
  while (i < statements.size() && statements[i].offset + statements[i].length <= begin) ++i;
  if (i == 0) return i;
  const bool inside = i < statements.size() && statements[i].offset <= begin;
  const int end = statements[i - 1].offset + statements[i - 1].length;
  const bool same_line = source.text.find('\n', end) >= static_cast<std::size_t>(begin);
  return !inside && same_line ? i - 1 : i;
}

Diagnostic warning(const parse::Source& source, int offset, std::string message, std::string hint) {
  return {.severity = Severity::warning,
          .code = "directive",
          .message = std::move(message),
          .where = source.location(offset),
          .hint = std::move(hint),
          .excerpt = source.excerpt(offset)};
}

}  // namespace

std::string unknown_hazard(const std::string& id) { return fmt::format("there is no hazard \"{}\"", id); }

Diagnostic unknown_hazard(const parse::Source& source, int offset, const std::string& id) {
  return warning(source, offset, unknown_hazard(id), "docs/hazards/README.md lists them all");
}

std::map<std::size_t, std::set<std::string>> allowed_by_comments(const parse::Source& source,
                                                                 Diagnostics& diagnostics) {
  std::map<std::size_t, std::set<std::string>> allowed;
  const std::string_view text = source.text;
  for (int i = 0; i < static_cast<int>(text.size());) {
    const int next = parse::skip_token(text, i);
    const std::string_view token = text.substr(i, next - i);
    const bool comment = token.starts_with("--") || token.starts_with("/*");
    for (const std::string& id : comment ? parse::allowed_in(token) : std::vector<std::string>{}) {
      const std::size_t statement = statement_at(source, i);
      if (id != "all" && !find(id))
        diagnostics.push_back(unknown_hazard(source, i, id));
      else if (statement == source.statements.size())
        diagnostics.push_back(warning(source, i, "no statement follows this comment: it has no effect",
                                      "write it above the statement, or behind it on its line"));
      else
        allowed[statement].insert(id);
    }
    i = next;
  }
  return allowed;
}

}  // namespace trueup::hazards
