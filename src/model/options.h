#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trueup {

/// Storage parameters: lower-case names ("toast." prefix kept) with their values as text, in the order in which they
/// were set: the server keeps it, and a definition made anew should have it, too. It means nothing, so two that hold
/// the same are equal.
class Options {
 public:
  using Entry = std::pair<std::string, std::string>;

  Options() = default;
  Options(std::initializer_list<Entry> entries) : entries_(entries) {}

  [[nodiscard]] auto begin() const { return entries_.begin(); }
  [[nodiscard]] auto end() const { return entries_.end(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  [[nodiscard]] auto find(std::string_view name) const {
    return std::find_if(begin(), end(), [&](const Entry& entry) { return entry.first == name; });
  }
  [[nodiscard]] bool contains(std::string_view name) const { return find(name) != end(); }

  /// As ALTER … SET does: one that is there already moves to the end.
  void set(std::string name, std::string value) {
    erase(name);
    entries_.emplace_back(std::move(name), std::move(value));
  }
  void erase(std::string_view name) {
    std::erase_if(entries_, [&](const Entry& entry) { return entry.first == name; });
  }
  void clear() { entries_.clear(); }

  [[nodiscard]] std::vector<Entry> sorted() const {
    std::vector<Entry> entries = entries_;
    std::sort(entries.begin(), entries.end());
    return entries;
  }
  bool operator==(const Options& other) const { return sorted() == other.sorted(); }

 private:
  std::vector<Entry> entries_;
};

}  // namespace trueup
