#include <fmt/format.h>

#include <cstring>
#include <map>
#include <string>

#include "trial/pairs.h"
#include "trial/report.h"
#include "trial/verdict.h"

// Compares what people write with what PostgreSQL stores, over rewrites.tsv, lookalikes.tsv, probes.tsv and
// fixpoint.tsv of a folder. Usage: trial DIR [--verbose]

namespace trueup::trial {
namespace {

struct Count {
  int same = 0, different = 0, ask = 0, wrong = 0;

  void add(const Comparison& comparison, bool equal) {
    switch (comparison.verdict) {
      case Verdict::same:
        equal ? ++same : ++wrong;
        break;
      case Verdict::different:
        equal ? ++wrong : ++different;
        break;
      case Verdict::ask:
        ++ask;
        break;
    }
  }
};

/// The one relation that a context's reports speak of; "" where they speak of everything.
std::string reported_relation(const std::string& context) {
  for (const char* each : {"table", "collation", "storage/reloptions", "identifier/implied name", "sequence/serial"})
    if (context.starts_with(each)) return "t";
  return {};
}

struct Trial {
  bool verbose = false;
  std::map<std::string, Count> equal;
  std::map<std::string, Count> unlike;
  int rejected = 0;

  void pair(const std::string& id, const std::string& context, const std::string& first, const std::string& second,
            bool is_equal) {
    count(id, context, compare(first, second, reported_relation(context)), first, second, is_equal);
  }

  void count(const std::string& id, const std::string& context, const Comparison& comparison, const std::string& first,
             const std::string& second, bool is_equal) {
    (is_equal ? equal : unlike)[context].add(comparison, is_equal);
    const bool good = comparison.verdict == (is_equal ? Verdict::same : Verdict::different);
    if (!verbose || good) return;
    static constexpr const char* words[] = {"same", "different", "ask"};
    fmt::print("{} {} {}\n    {}\n    {}\n    {}\n", id, context, words[static_cast<int>(comparison.verdict)], first,
               second, comparison.reason);
  }

  void not_told(const std::string& id, const std::string& context, bool is_equal) {
    ++(is_equal ? equal : unlike)[context].ask;
    if (verbose) fmt::print("{} {} ask\n    no statement can be made of what is stored\n", id, context);
  }

  void rewrites(const std::string& folder);
  void lookalikes(const std::string& folder);
  void report() const;
};

std::string with_setup(const Row& row, const std::string& statement) { return row.at("setup") + ";\n" + statement; }

void Trial::rewrites(const std::string& folder) {
  std::map<std::string, std::string> ddl;
  for (const Row& row : read_tsv(folder + "/probes.tsv")) ddl[row.at("id")] = row.at("ddl");
  std::map<std::string, Row> by_id;
  for (const Row& row : read_tsv(folder + "/rewrites.tsv")) {
    const std::string& id = row.at("id");
    const std::string& context = row.at("context");
    const std::string& stored = row.at("stored_15");
    if (row.at("verdict") != "equal") continue;
    if (stored.starts_with("ERROR:")) {
      ++rejected;
      continue;
    }
    by_id[id] = row;
    const std::string& written = row.at("written");
    const std::string statement = ddl.contains(id) ? ddl[id] : statements(context, written);
    if (const auto comparison = compare_report(context, with_setup(row, statement), stored))
      count(id, context, *comparison, with_setup(row, statement), stored, true);
    else if (const auto back = stored_statements(context, row.at("setup"), statement, written, stored))
      pair(id, context, with_setup(row, statement), with_setup(row, *back), true);
    else
      not_told(id, context, true);
  }
  for (const Row& row : read_tsv(folder + "/fixpoint.tsv")) {
    if (row.at("version") != "15" || !by_id.contains(row.at("id"))) continue;
    const Row& origin = by_id.at(row.at("id"));
    const std::string& context = origin.at("context");
    const std::string statement = ddl.contains(row.at("id")) ? ddl[row.at("id")] : "";
    const auto first =
        stored_statements(context, origin.at("setup"), statement, origin.at("written"), row.at("stored"));
    const auto second =
        stored_statements(context, origin.at("setup"), statement, origin.at("written"), row.at("stored_again"));
    if (first && second) pair(row.at("id"), "fixpoint", with_setup(origin, *first), with_setup(origin, *second), true);
  }
}

void Trial::lookalikes(const std::string& folder) {
  for (const Row& row : read_tsv(folder + "/lookalikes.tsv")) {
    const std::string& id = row.at("id");
    const std::string& context = row.at("context");
    if (row.at("different_on").find("15") == std::string::npos) continue;
    const std::string first = statements(context, row.at("written_a"));
    const std::string second = statements(context, row.at("written_b"));
    pair(id, context, with_setup(row, first), with_setup(row, second), false);
    const auto stored_first =
        stored_statements(context, row.at("setup"), first, row.at("written_a"), row.at("stored_a_15"));
    const auto stored_second =
        stored_statements(context, row.at("setup"), second, row.at("written_b"), row.at("stored_b_15"));
    if (stored_first && stored_second && !row.at("stored_a_15").starts_with("ERROR:") &&
        !row.at("stored_b_15").starts_with("ERROR:"))
      pair(id, context + " (stored)", with_setup(row, *stored_first), with_setup(row, *stored_second), false);
  }
}

void Trial::report() const {
  Count total;
  for (const auto* counts : {&equal, &unlike}) {
    Count sum;
    fmt::print("{:32} {:>5} {:>9} {:>5} {:>5}\n", counts == &equal ? "equal pairs" : "look-alikes",
               counts == &equal ? "same" : "", counts == &equal ? "" : "different", "ask", "wrong");
    for (const auto& [context, count] : *counts) {
      fmt::print("  {:30} {:>5} {:>9} {:>5} {:>5}\n", context, count.same, count.different, count.ask, count.wrong);
      sum.same += count.same;
      sum.different += count.different;
      sum.ask += count.ask;
      sum.wrong += count.wrong;
    }
    fmt::print("  {:30} {:>5} {:>9} {:>5} {:>5}\n\n", "all", sum.same, sum.different, sum.ask, sum.wrong);
    total.same += sum.same;
    total.different += sum.different;
    total.ask += sum.ask;
    total.wrong += sum.wrong;
  }
  fmt::print("rejected by the server and passed over: {}\n", rejected);
  fmt::print("same {}, different {}, ask {}, wrong {}\n", total.same, total.different, total.ask, total.wrong);
}

}  // namespace
}  // namespace trueup::trial

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: trial DIR [--verbose]\n");
    return 64;
  }
  trueup::trial::Trial trial;
  for (int i = 2; i < argc; ++i) trial.verbose = trial.verbose || std::strcmp(argv[i], "--verbose") == 0;
  trial.rewrites(argv[1]);
  trial.lookalikes(argv[1]);
  if (trial.equal.empty()) {
    fmt::print(stderr, "trial: no rewrites.tsv in {}\n", argv[1]);
    return 1;
  }
  trial.report();
  return 0;
}
