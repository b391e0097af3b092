#include "verify/matching.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace trueup::verify {

namespace {

/// Characters that stand for a class, those first that fit most others.
constexpr std::string_view favourites = "a1A_-. @/:+#,;!?%=&~*'\"()[]{}<>|\\^$`\n\t";

bool in_named_class(std::string_view name, unsigned char c) {
  if (name == "alpha") return std::isalpha(c);
  if (name == "digit") return std::isdigit(c);
  if (name == "alnum") return std::isalnum(c);
  if (name == "upper") return std::isupper(c);
  if (name == "lower") return std::islower(c);
  if (name == "space" || name == "blank") return std::isspace(c);
  if (name == "punct") return std::ispunct(c);
  if (name == "xdigit") return std::isxdigit(c);
  return false;
}

/// What \d, \w and \s mean; "" for what is no class.
std::string_view class_of(char escape) {
  switch (escape) {
    case 'd':
      return "digit";
    case 's':
      return "space";
    case 'w':
      return "alnum";
    default:
      return {};
  }
}

/// Reads an expression from left to right and makes the text on its way.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<std::string> run() {
    std::string made = branches();
    return failed_ || at_ != text_.size() ? std::nullopt : std::optional(std::move(made));
  }

 private:
  [[nodiscard]] bool more() const { return at_ < text_.size() && !failed_; }
  [[nodiscard]] char peek() const { return text_[at_]; }
  std::string fail() {
    failed_ = true;
    return {};
  }

  /// The first branch; the others are read and forgotten.
  std::string branches() {
    std::string made = sequence();
    while (more() && peek() == '|') {
      ++at_;
      (void)sequence();
    }
    return made;
  }

  std::string sequence() {
    std::string made;
    while (more() && peek() != '|' && peek() != ')') {
      const std::string one = atom();
      const int times = repetition();
      for (int i = 0; i < times && made.size() < longest; ++i) made += one;
    }
    return made;
  }

  std::string atom() {
    const char c = text_[at_++];
    switch (c) {
      case '^':
      case '$':
        return {};
      case '.':
        return "a";
      case '(':
        return group();
      case '[':
        return bracket();
      case '\\':
        return escape();
      default:
        return {c};
    }
  }

  std::string group() {
    if (more() && peek() == '?') {
      if (text_.substr(at_, 2) != "?:") return fail();
      at_ += 2;
    }
    std::string made = branches();
    if (!more()) return fail();
    ++at_;  // the closing parenthesis
    return made;
  }

  std::string escape() {
    if (!more()) return fail();
    const char c = text_[at_++];
    if (const std::string_view name = class_of(c); !name.empty()) return name == "space" ? " " : "1";
    if (c == 'D' || c == 'S' || c == 'W') return c == 'W' ? "-" : "a";
    if (c == 'n') return "\n";
    if (c == 't') return "\t";
    if (std::string_view("AZmMyY").find(c) != std::string_view::npos) return {};
    if (std::isalnum(static_cast<unsigned char>(c))) return fail();
    return {c};
  }

  /// One character that the brackets allow.
  std::string bracket() {
    const bool negated = more() && peek() == '^';
    if (negated) ++at_;
    const std::size_t start = at_;
    std::string allowed;
    while (more() && (peek() != ']' || at_ == start)) allowed += members();
    if (!more()) return fail();
    ++at_;
    const auto fits = [&](char c) { return (allowed.find(c) != std::string::npos) != negated; };
    const auto found = std::find_if(favourites.begin(), favourites.end(), fits);
    if (found != favourites.end()) return {*found};
    return negated || allowed.empty() ? fail() : std::string{allowed.front()};
  }

  /// What the next item of the brackets stands for, all of it.
  std::string members() {
    std::string all;
    if (text_.substr(at_, 2) == "[:") {
      const std::size_t end = text_.find(":]", at_);
      if (end == std::string_view::npos) return fail();
      const std::string_view name = text_.substr(at_ + 2, end - at_ - 2);
      for (int c = 1; c < 127; ++c)
        if (in_named_class(name, static_cast<unsigned char>(c))) all += static_cast<char>(c);
      at_ = end + 2;
      return all;
    }
    char first = text_[at_++];
    if (first == '\\' && more()) {
      first = text_[at_++];
      if (const std::string_view name = class_of(first); !name.empty()) {
        for (int c = 1; c < 127; ++c)
          if (in_named_class(name, static_cast<unsigned char>(c))) all += static_cast<char>(c);
        return first == 'w' ? all + "_" : all;
      }
    }
    if (at_ + 1 < text_.size() && peek() == '-' && text_[at_ + 1] != ']') {
      const char last = text_[at_ + 1];
      at_ += 2;
      for (int c = static_cast<unsigned char>(first); c <= static_cast<unsigned char>(last) && c < 127; ++c)
        all += static_cast<char>(c);
      return all;
    }
    return {first};
  }

  /// How often the last atom is to stand.
  int repetition() {
    int times = 1;
    while (more() && std::string_view("*+?{").find(peek()) != std::string_view::npos) {
      if (text_[at_++] != '{') continue;
      const std::size_t end = text_.find('}', at_);
      if (end == std::string_view::npos) return failed_ = true, 0;
      std::from_chars(text_.data() + at_, text_.data() + end, times);
      if (times == 0 && text_.substr(at_, end - at_) != "0") times = 1;
      at_ = end + 1;
    }
    return times;
  }

  static constexpr std::size_t longest = 1000;

  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<std::string> matching(std::string_view expression) { return Reader(expression).run(); }

}  // namespace trueup::verify
