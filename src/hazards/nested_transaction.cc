#include <algorithm>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

bool ends_later(const Scene& scene) {
  return std::any_of(scene.after.begin(), scene.after.end(), [](const Statement& later) {
    if (later.node().node_case != PG_QUERY__NODE__NODE_TRANSACTION_STMT) return false;
    const auto kind = later.node().transaction_stmt->kind;
    return kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_COMMIT ||
           kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK ||
           kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_PREPARE;
  });
}

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_TRANSACTION_STMT) return;
  const auto kind = scene.node().transaction_stmt->kind;
  const bool begins = kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_BEGIN ||
                      kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_START;
  const bool ends = kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_COMMIT ||
                    kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK;
  if (scene.runner.owns_transactions && (begins || ends))
    return report.add("who runs this file begins and ends its transactions");
  if (begins && scene.statement.in_transaction) return report.add("a transaction is open already");
  if (ends && !scene.statement.in_transaction) return report.add("no transaction is open");
  if (begins && !ends_later(scene)) report.add("this transaction does not end in the file: what it did is lost");
}

}  // namespace

const Hazard nested_transaction = {
    .id = "nested-transaction",
    .level = Level::warning,
    .title = "a transaction within another, or one without an end",
    .why =
        "who runs the file has a transaction open already: its COMMIT ends that one early, and what follows runs "
        "without any",
    .safe = "one owner: leave BEGIN and COMMIT to who runs the file; or say each once, in pairs",
    .check = check};

}  // namespace trueup::hazards
