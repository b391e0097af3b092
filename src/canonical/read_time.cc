#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdint>

#include "canonical/literals.h"
#include "canonical/text.h"

namespace trueup::canonical {
namespace {

struct Day {
  int year = 0, month = 0, day = 0;
};

/// Takes a number of `min` to `max` digits off the front.
bool take_number(std::string_view& text, int min, int max, int& value) {
  int digits = 0;
  value = 0;
  while (digits < max && !text.empty() && is_digit(text.front())) {
    value = value * 10 + (text.front() - '0');
    text.remove_prefix(1);
    ++digits;
  }
  return digits >= min;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

/// YYYY-MM-DD, YYYY-M-D or YYYYMMDD: what every DateStyle reads alike.
std::optional<Day> take_day(std::string_view& text) {
  Day day;
  if (!take_number(text, 4, 4, day.year)) return std::nullopt;
  const bool dashed = take(text, '-');
  if (!take_number(text, dashed ? 1 : 2, 2, day.month)) return std::nullopt;
  if (dashed && !take(text, '-')) return std::nullopt;
  if (!take_number(text, dashed ? 1 : 2, 2, day.day)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(day.year), std::chrono::month(day.month),
                                         std::chrono::day(day.day)};
  if (!date.ok() || day.year == 0) return std::nullopt;
  return day;
}

/// HH:MM[:SS[.ffffff]] in microseconds.
std::optional<std::int64_t> take_clock(std::string_view& text) {
  int hours = 0;
  int minutes = 0;
  int seconds = 0;
  std::int64_t micros = 0;
  if (!take_number(text, 1, 2, hours) || !take(text, ':') || !take_number(text, 2, 2, minutes)) return std::nullopt;
  if (take(text, ':')) {
    if (!take_number(text, 2, 2, seconds)) return std::nullopt;
    if (take(text, '.')) {
      std::int64_t unit = 100000;
      for (; !text.empty() && is_digit(text.front()); unit /= 10) {
        if (unit == 0) return std::nullopt;
        micros += (text.front() - '0') * unit;
        text.remove_prefix(1);
      }
    }
  }
  std::string_view half = trim(text);
  const std::string word = lower(half.substr(0, 2));
  if ((word == "am" || word == "pm") && (half.size() == 2 || is_space(half[2]))) {
    if (hours < 1 || hours > 12) return std::nullopt;
    hours = hours % 12 + (word == "pm" ? 12 : 0);
    text = half.substr(2);
  }
  if (hours > 23 || minutes > 59 || seconds > 59) return std::nullopt;
  return ((hours * 60LL + minutes) * 60 + seconds) * 1000000 + micros;
}

std::string print_clock(std::int64_t micros) {
  const std::int64_t seconds = micros / 1000000;
  std::string text = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (const std::int64_t fraction = micros % 1000000; fraction != 0) {
    text += fmt::format(".{:06}", fraction);
    text.erase(text.find_last_not_of('0') + 1);
  }
  return text;
}

std::string print_day(const Day& day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); }

std::optional<std::string> special(std::string_view text, std::string_view epoch) {
  const std::string word = lower(trim(text));
  if (word == "infinity" || word == "-infinity") return word;
  if (word == "epoch") return std::string(epoch);
  return std::nullopt;
}

/// Z, UTC, GMT, +HH, +HHMM, +HH:MM: the offset east of UTC in minutes.
std::optional<int> take_offset(std::string_view& text) {
  text = trim(text);
  const std::string word = lower(text);
  if (word == "z" || word == "utc" || word == "gmt") {
    text = {};
    return 0;
  }
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const int sign = text[0] == '-' ? -1 : 1;
  text.remove_prefix(1);
  int hours = 0;
  int minutes = 0;
  if (!take_number(text, 1, 2, hours)) return std::nullopt;
  take(text, ':');
  if (!text.empty() && !take_number(text, 2, 2, minutes)) return std::nullopt;
  if (!text.empty() || hours > 15 || minutes > 59) return std::nullopt;
  return sign * (hours * 60 + minutes);
}

struct Moment {
  Day day;
  std::int64_t micros = 0;
};

std::optional<Moment> take_moment(std::string_view& text) {
  Moment moment;
  const auto day = take_day(text);
  if (!day) return std::nullopt;
  moment.day = *day;
  std::string_view rest = text;
  if (rest.starts_with('T') || rest.starts_with(' ')) {
    rest.remove_prefix(1);
    rest = trim(rest);
    if (!rest.empty() && is_digit(rest[0])) {
      const auto clock = take_clock(rest);
      if (!clock) return std::nullopt;
      moment.micros = *clock;
      text = rest;
    }
  }
  return moment;
}

Moment shifted(const Moment& moment, int minutes) {
  using namespace std::chrono;
  sys_days days = year_month_day{year(moment.day.year), month(moment.day.month), day(moment.day.day)};
  std::int64_t micros = moment.micros - minutes * 60LL * 1000000;
  constexpr std::int64_t one_day = 86400LL * 1000000;
  for (; micros < 0; micros += one_day) days -= std::chrono::days(1);
  for (; micros >= one_day; micros -= one_day) days += std::chrono::days(1);
  const year_month_day date(days);
  return {.day = {.year = static_cast<int>(date.year()),
                  .month = static_cast<int>(static_cast<unsigned>(date.month())),
                  .day = static_cast<int>(static_cast<unsigned>(date.day()))},
          .micros = micros};
}

}  // namespace

std::optional<std::string> read_date(std::string_view text) {
  if (auto word = special(text, "1970-01-01")) return word;
  text = trim(text);
  const auto moment = take_moment(text);
  if (!moment || !trim(text).empty()) return std::nullopt;
  return print_day(moment->day);
}

std::optional<std::string> read_time(std::string_view text) {
  text = trim(text);
  const auto clock = take_clock(text);
  if (!clock || !text.empty()) return std::nullopt;
  return print_clock(*clock);
}

std::optional<std::string> read_timestamp(std::string_view text) {
  if (auto word = special(text, "1970-01-01 00:00:00")) return word;
  text = trim(text);
  const auto moment = take_moment(text);
  if (!moment) return std::nullopt;
  // An offset is read and ignored.
  if (!trim(text).empty() && !take_offset(text)) return std::nullopt;
  return print_day(moment->day) + " " + print_clock(moment->micros);
}

std::optional<std::string> read_timestamptz(std::string_view text, bool& zoned) {
  zoned = true;
  if (auto word = special(text, "1970-01-01 00:00:00+00")) return word;
  text = trim(text);
  auto moment = take_moment(text);
  if (!moment) return std::nullopt;
  zoned = !trim(text).empty();
  if (zoned) {
    const auto offset = take_offset(text);
    if (!offset) return std::nullopt;
    moment = shifted(*moment, *offset);
  }
  return print_day(moment->day) + " " + print_clock(moment->micros) + "+00";
}

namespace {

/// An interval's three independent parts.
struct Span {
  std::int64_t months = 0, days = 0, micros = 0;
};

struct Unit {
  std::string_view name;
  std::int64_t months, days, micros;
};

constexpr std::int64_t second = 1000000;
constexpr Unit units[] = {
    {"microsecond", 0, 0, 1},
    {"microseconds", 0, 0, 1},
    {"us", 0, 0, 1},
    {"usec", 0, 0, 1},
    {"millisecond", 0, 0, 1000},
    {"milliseconds", 0, 0, 1000},
    {"ms", 0, 0, 1000},
    {"msec", 0, 0, 1000},
    {"second", 0, 0, second},
    {"seconds", 0, 0, second},
    {"sec", 0, 0, second},
    {"secs", 0, 0, second},
    {"s", 0, 0, second},
    {"minute", 0, 0, 60 * second},
    {"minutes", 0, 0, 60 * second},
    {"min", 0, 0, 60 * second},
    {"mins", 0, 0, 60 * second},
    {"m", 0, 0, 60 * second},
    {"hour", 0, 0, 3600 * second},
    {"hours", 0, 0, 3600 * second},
    {"hr", 0, 0, 3600 * second},
    {"hrs", 0, 0, 3600 * second},
    {"h", 0, 0, 3600 * second},
    {"day", 0, 1, 0},
    {"days", 0, 1, 0},
    {"d", 0, 1, 0},
    {"week", 0, 7, 0},
    {"weeks", 0, 7, 0},
    {"w", 0, 7, 0},
    {"month", 1, 0, 0},
    {"months", 1, 0, 0},
    {"mon", 1, 0, 0},
    {"mons", 1, 0, 0},
    {"year", 12, 0, 0},
    {"years", 12, 0, 0},
    {"yr", 12, 0, 0},
    {"yrs", 12, 0, 0},
    {"y", 12, 0, 0},
    {"decade", 120, 0, 0},
    {"decades", 120, 0, 0},
    {"century", 1200, 0, 0},
    {"centuries", 1200, 0, 0},
};

/// Takes "[+-]N unit" or "[+-]HH:MM[:SS]" off the front.
bool take_part(std::string_view& text, Span& span) {
  int sign = 1;
  if (take(text, '-'))
    sign = -1;
  else
    take(text, '+');
  std::string_view clock = text;
  int hours = 0;
  if (take_number(clock, 1, 6, hours) && clock.starts_with(':')) {
    // take_clock wants at most 23 hours, an interval takes any number.
    const std::string minutes = "0" + std::string(clock);
    std::string_view rest = minutes;
    const auto micros = take_clock(rest);
    if (!micros) return false;
    span.micros += sign * (hours * 3600LL * second + *micros);
    text.remove_prefix(text.size() - rest.size());
    return true;
  }
  int whole = 0;
  if (!take_number(text, 1, 9, whole)) return false;
  std::int64_t fraction = 0;
  std::int64_t scale = 1;
  if (take(text, '.'))
    for (; !text.empty() && is_digit(text.front()) && scale < second; scale *= 10, text.remove_prefix(1))
      fraction = fraction * 10 + (text.front() - '0');
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  std::size_t length = 0;
  while (length < text.size() && is_alpha(text[length])) ++length;
  std::string word = lower(text.substr(0, length));
  text.remove_prefix(length);
  if (word.empty() && text.empty()) word = "second";
  for (const Unit& unit : units) {
    if (unit.name != word) continue;
    span.months += sign * whole * unit.months;
    span.days += sign * whole * unit.days;
    span.micros += sign * whole * unit.micros;
    if (fraction == 0) return true;
    // A fraction of a day spills over into hours; a week's or a month's takes roundabout ways.
    const std::int64_t one = unit.days == 1 ? 86400 * second : unit.micros;
    if (one == 0 || fraction * one % scale != 0) return false;
    span.micros += sign * (fraction * one / scale);
    return true;
  }
  return false;
}

/// interval_out in IntervalStyle postgres.
std::string print_span(const Span& span) {
  std::string text;
  bool negative_before = false;
  const auto put = [&](std::int64_t value, std::string_view unit) {
    if (value == 0) return;
    if (!text.empty()) text += ' ';
    text += fmt::format("{}{} {}{}", negative_before && value > 0 ? "+" : "", value, unit, value == 1 ? "" : "s");
    negative_before = value < 0;
  };
  put(span.months / 12, "year");
  put(span.months % 12, "mon");
  put(span.days, "day");
  if (span.micros == 0 && !text.empty()) return text;
  if (!text.empty()) text += ' ';
  if (span.micros < 0)
    text += '-';
  else if (negative_before)
    text += '+';
  return text + print_clock(span.micros < 0 ? -span.micros : span.micros);
}

}  // namespace

/// What a number without a unit counts: seconds, or the last field that the type names.
static std::string_view last_field(std::string_view modifier) {
  modifier = modifier.substr(0, modifier.find('('));
  const std::size_t space = modifier.rfind(' ');
  return space == std::string_view::npos ? modifier : modifier.substr(space + 1);
}

std::optional<std::string> read_interval(std::string_view text, std::string_view modifier) {
  text = trim(text);
  const bool fields = !modifier.empty() && is_alpha(modifier[0]);
  if (fields) {
    int first = 0;
    int second_number = 0;
    std::string_view rest = text;
    if (!take_number(rest, 1, 6, first)) return std::nullopt;
    if (modifier == "year to month" && take(rest, '-') && take_number(rest, 1, 2, second_number) && rest.empty())
      return print_span({.months = first * 12LL + second_number});
    // Larger units than the type keeps, and fractions, are cut off in ways of their own.
    const std::string_view unit = last_field(modifier);
    if (!rest.empty() || unit == "second") return std::nullopt;
    for (const Unit& candidate : units)
      if (candidate.name == unit)
        return print_span({first * candidate.months, first * candidate.days, first * candidate.micros});
    return std::nullopt;
  }
  if (take(text, '@')) text = trim(text);
  Span span;
  bool any = false;
  while (!text.empty()) {
    if (lower(text) == "ago" && any) {
      span = {.months = -span.months, .days = -span.days, .micros = -span.micros};
      break;
    }
    if (!take_part(text, span)) return std::nullopt;
    any = true;
    text = trim(text);
  }
  // A precision matters only to a fraction of a second.
  if (!modifier.empty() && span.micros % second != 0) return std::nullopt;
  return any ? std::optional(print_span(span)) : std::nullopt;
}

}  // namespace trueup::canonical
