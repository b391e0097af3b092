#include "hazards/check.h"

#include <algorithm>
#include <deque>

#include "hazards/allow.h"
#include "hazards/scene.h"
#include "parse/newer_syntax.h"

namespace trueup::hazards {

namespace {

/// Which transaction each statement runs in.
class Transactions {
 public:
  void part(bool transactional) {
    open_ = transactional;
    owned_ = true;
    ++number_;
  }
  /// The statement runs in what is open before it; BEGIN and COMMIT count as inside.
  Statement place(const parse::Statement& parsed) {
    if (!open_) ++number_;
    const Statement placed{.parsed = &parsed, .in_transaction = open_, .transaction = number_};
    if (!owned_ && parsed.node->node_case == PG_QUERY__NODE__NODE_TRANSACTION_STMT) see(*parsed.node->transaction_stmt);
    return placed;
  }

 private:
  void see(const PgQuery__TransactionStmt& stmt) {
    switch (static_cast<int>(stmt.kind)) {
      case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_BEGIN:
      case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_START:
        open_ = true;
        ++number_;
        break;
      case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_COMMIT:
      case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK:
      case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_PREPARE:
        open_ = static_cast<bool>(stmt.chain);
        ++number_;
        break;
      default:
        break;
    }
  }

  int number_ = 0;
  bool open_ = false;
  bool owned_ = false;
};

std::vector<Statement> placed(const parse::Source& source, const std::vector<Part>& parts) {
  std::vector<Statement> statements;
  Transactions transactions;
  auto part = parts.begin();
  for (const parse::Statement& parsed : source.statements) {
    for (; part != parts.end() && part->offset <= parsed.offset; ++part) transactions.part(part->transactional);
    statements.push_back(transactions.place(parsed));
  }
  return statements;
}

/// Calls `found(place, finding)` for what the rules say about `statements`.
template <class F>
void run_rules(const std::vector<Statement>& statements, const Runner& runner, History& history, F found) {
  const std::span<const Statement> span(statements);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (statements[i].parsed->unread) continue;
    const Scene scene{.statement = statements[i], .history = history, .runner = runner, .after = span.subspan(i + 1)};
    std::vector<Finding> findings;
    for (const Hazard* hazard : all()) {
      if (runner.plan && hazard->level == Level::destroys) continue;
      Report report(*hazard, statements[i], findings);
      hazard->check(scene, report);
    }
    for (const Finding& finding : findings) history.said(finding.hazard->id);
    for (Finding& finding : findings) found(i, std::move(finding));
    history.note(statements[i]);
  }
}

int characters_before(std::string_view text, int begin, int end) {
  return static_cast<int>(std::count_if(text.begin() + begin, text.begin() + end,
                                        [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

Placed place(const parse::Source& source, Finding finding) {
  const int offset = finding.offset;
  Location where = source.location(offset);
  const int line = source.line_starts[where.line - 1];
  return {.finding = std::move(finding),
          .where = std::move(where),
          .excerpt = source.excerpt(offset),
          .character = characters_before(source.text, line, offset) + 1};
}

/// What the grammar does not know is an error, unless its words show that a later version does.
void add_unread(const parse::Source& source, Diagnostics& diagnostics) {
  for (const parse::Statement& statement : source.statements) {
    if (!statement.unread) continue;
    Diagnostic diagnostic = *statement.unread;
    if (parse::newer_syntax(statement.text())) {
      diagnostic.hint = "no rule looked at this statement";
    } else {
      diagnostic.severity = Severity::error;
      diagnostic.code = "syntax-error";
      diagnostic.hint.clear();
      diagnostic.message.resize(std::min(diagnostic.message.size(), diagnostic.message.rfind(", unless it is newer")));
    }
    diagnostics.push_back(std::move(diagnostic));
  }
}

}  // namespace

Checked check_file(const File& file, History& history) {
  Checked checked;
  parse::Source source;
  parse::load(file.script, source, checked.diagnostics, newest_server);
  const auto allowed = allowed_by_comments(source, checked.diagnostics);
  const std::vector<Statement> statements = placed(source, file.parts);
  checked.statements = statements.size();
  add_unread(source, checked.diagnostics);
  const Runner runner{.owns_transactions = !file.parts.empty(), .sets_timeouts = file.sets_timeouts};
  run_rules(statements, runner, history, [&](std::size_t i, Finding finding) {
    const auto by_comment = allowed.find(i);
    const bool permitted =
        by_comment != allowed.end() &&
        (by_comment->second.contains("all") || by_comment->second.contains(std::string(finding.hazard->id)));
    if (!permitted) checked.findings.push_back(place(source, std::move(finding)));
  });
  std::stable_sort(checked.findings.begin(), checked.findings.end(),
                   [](const Placed& a, const Placed& b) { return a.finding.offset < b.finding.offset; });
  history.next_file();
  return checked;
}

std::vector<std::vector<Finding>> check_plan(const plan::Plan& plan, const Catalog& from,
                                             const std::set<ObjectId>& empty) {
  std::deque<parse::Source> sources;
  std::vector<Statement> statements;
  std::vector<std::size_t> steps;
  std::size_t number = 0;
  int transaction = 0;
  for (const plan::Segment& segment : plan.segments) {
    ++transaction;
    for (const plan::Step& step : segment.steps) {
      Diagnostics ignored;
      parse::Source& source = sources.emplace_back();
      parse::load({.name = {}, .text = step.statement.sql}, source, ignored, newest_server);
      for (const parse::Statement& parsed : source.statements) {
        statements.push_back({.parsed = &parsed, .in_transaction = segment.transactional, .transaction = transaction});
        steps.push_back(number);
      }
      ++number;
    }
  }
  const Runner runner{.plan = true,
                      .owns_transactions = true,
                      .sets_timeouts = true,
                      .server_version = from.server_version,
                      .live = &from};
  std::vector<std::vector<Finding>> found(number);
  History history;
  for (const ObjectId& table : empty) history.holds_no_rows(table);
  run_rules(statements, runner, history,
            [&](std::size_t i, Finding finding) { found[steps[i]].push_back(std::move(finding)); });
  return found;
}

}  // namespace trueup::hazards
