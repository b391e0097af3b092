#include "render/effect.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/printable.h"
#include "base/quote.h"

namespace trueup::render {

namespace {

constexpr std::size_t names_shown = 3;

std::string name(const ObjectId& relation) { return printable(qualified(relation.schema, relation.name)); }

/// "public.a, public.b, public.c and 4 more"
std::string listed(const std::vector<ObjectId>& relations) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names_shown, relations.size()); ++i)
    text += (i == 0 ? "" : ", ") + name(relations[i]);
  if (relations.size() > names_shown) text += fmt::format(" and {} more", relations.size() - names_shown);
  return text;
}

/// "1.2 M", "40 k", "312"
std::string rounded(double count) {
  if (count >= 1e9) return fmt::format("{:.1f} G", count / 1e9);
  if (count >= 1e6) return fmt::format("{:.1f} M", count / 1e6);
  if (count >= 1e4) return fmt::format("{:.0f} k", count / 1e3);
  return fmt::format("{:.0f}", count);
}

struct Amount {
  double rows = 0;
  double bytes = 0;
  bool known = true;
  bool rows_known = true;
};

Amount amount_of(const std::set<ObjectId>& relations, const Sizes* sizes) {
  Amount amount;
  for (const ObjectId& relation : relations) {
    const auto size = sizes ? sizes->find(relation) : Sizes::const_iterator();
    if (!sizes || size == sizes->end()) {
      amount.known = false;
      continue;
    }
    amount.bytes += static_cast<double>(size->second.bytes);
    amount.rows += std::max(0.0, size->second.rows);
    amount.rows_known = amount.rows_known && size->second.rows >= 0;
  }
  return amount;
}

/// " (about 1.2 M rows)", or the bytes where nobody has counted rows.
std::string in_words(const Amount& amount) {
  if (!amount.known) return "";
  if (amount.bytes == 0) return " (no rows)";
  if (amount.rows_known) return fmt::format(" (about {} rows)", rounded(amount.rows));
  return fmt::format(" (about {}B)", rounded(amount.bytes));
}

std::string locks(const plan::Effect& effect) {
  std::map<plan::LockMode, std::vector<ObjectId>, std::greater<>> by_mode;
  for (const auto& [relation, mode] : effect.locks) by_mode[mode].push_back(relation);
  std::string text;
  for (const auto& [mode, relations] : by_mode)
    text += fmt::format("{}{} on {}", text.empty() ? "" : ", ", plan::lock_name(mode), listed(relations));
  return text;
}

std::string work(const plan::Effect& effect, const Sizes* sizes) {
  if (effect.rewrites.empty() && effect.scans.empty()) return "no rewrite, no scan";
  std::string text;
  for (const auto& [what, relations] : {std::pair("rewrites", &effect.rewrites), std::pair("scans", &effect.scans)}) {
    if (relations->empty()) continue;
    text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", what, listed({relations->begin(), relations->end()}),
                        in_words(amount_of(*relations, sizes)));
  }
  const std::string duration = duration_class(effect, sizes);
  return text + (duration.empty() ? "" : ": " + duration);
}

std::string who_waits(const plan::Effect& effect) {
  if (effect.reads_wait()) return "reads and writes wait";
  return effect.writes_wait() ? "writes wait, reads go on" : "reads and writes go on";
}

}  // namespace

std::string duration_class(const plan::Effect& effect, const Sizes* sizes) {
  if (effect.rewrites.empty() && effect.scans.empty()) return "";
  // Modest disks read about 200 MB in a second, and write a table with its indexes anew at a sixth of that.
  constexpr double read_per_second = 200e6;
  constexpr double write_per_second = 33e6;
  const Amount read = amount_of(effect.scans, sizes);
  const Amount written = amount_of(effect.rewrites, sizes);
  if (!read.known || !written.known) return "";
  const double seconds = read.bytes / read_per_second + written.bytes / write_per_second;
  return seconds < 1 ? "under a second" : seconds < 60 ? "seconds" : seconds < 3600 ? "minutes" : "hours";
}

std::string effect_text(const plan::Effect& effect, const Sizes* sizes) {
  if (!effect.known) return "what it locks is not known";
  if (effect.locks.empty()) return "";
  return fmt::format("{} · {}, {}", locks(effect), work(effect, sizes), who_waits(effect));
}

std::vector<std::string> blocking_locks(const plan::Plan& plan) {
  plan::Effect all;
  for (const plan::Segment& segment : plan.segments)
    for (const plan::Step& step : segment.steps) {
      for (const auto& [relation, mode] : step.effect.locks) {
        plan::LockMode& strongest = all.locks[relation];
        strongest = std::max(strongest, mode);
      }
      all.rewrites.insert(step.effect.rewrites.begin(), step.effect.rewrites.end());
      all.scans.insert(step.effect.scans.begin(), step.effect.scans.end());
    }
  std::vector<std::string> lines;
  for (const auto& [relation, mode] : all.locks) {
    if (mode < plan::LockMode::share) continue;
    const char* work = all.rewrites.contains(relation) ? ", rewritten"
                       : all.scans.contains(relation)  ? ", scanned"
                                                       : "";
    lines.push_back(fmt::format("{} on {}{}", plan::lock_name(mode), name(relation), work));
  }
  return lines;
}

std::string lock_timeline(const plan::Plan& plan, const Style& style) {
  constexpr std::size_t most_statements = 40;
  constexpr std::size_t most_relations = 16;
  std::map<std::string, std::string> rows;  // by relation: a mark for each statement and segment border
  std::size_t width = 0;
  std::string head;
  std::size_t number = 0;
  for (const plan::Segment& segment : plan.segments) {
    if (!head.empty()) {
      head += " │";
      for (auto& [relation, marks] : rows) marks += " │";
      width += 2;
    }
    std::map<std::string, plan::LockMode> held;
    for (const plan::Step& step : segment.steps) {
      for (const auto& [relation, mode] : step.effect.locks) {
        plan::LockMode& now = held[name(relation)];
        now = std::max(now, mode);
      }
      for (const auto& [relation, mode] : held)
        if (!rows.contains(relation)) {
          // What came before: borders where there were some.
          std::string marks;
          for (std::size_t i = 0; i < head.size();) {
            const bool border = head.compare(i, 4, " │") == 0;
            marks += border ? " │" : " ";
            i += border ? 4 : 1;
          }
          rows[relation] = marks;
        }
      head += fmt::format("{:>3}", ++number);
      width += 3;
      for (auto& [relation, marks] : rows) {
        const auto lock = held.find(relation);
        const char* mark = lock == held.end()                                 ? " "
                           : lock->second == plan::LockMode::access_exclusive ? "█"
                           : lock->second >= plan::LockMode::share            ? "▒"
                                                                              : "░";
        marks += std::string("  ") + mark;
      }
    }
  }
  if (rows.empty() || number < 2 || number > most_statements || rows.size() > most_relations) return "";
  std::size_t longest = 0;
  for (const auto& [relation, marks] : rows) longest = std::max(longest, relation.size());
  std::string text = style.dim(fmt::format("  {:<{}} {}", "", longest, head)) + "\n";
  for (const auto& [relation, marks] : rows) text += fmt::format("  {:<{}} {}\n", relation, longest, marks);
  return text + style.dim("  █ reads and writes wait   ▒ writes wait   ░ neither waits") + "\n";
}

}  // namespace trueup::render
